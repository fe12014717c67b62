package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/** Driver code that was cut up, doubled and put together wrongly; the same for every run. */
class FuzzTest {
    private static final long SEED = 20_261_124;
    private static final int FILES = 3_000;

    private static final List<String> FRAGMENTS =
            List.of(
                    "#define IOCTL_A CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_NEITHER, 0)\n",
                    "#define WRAP(a, b) \\\n    do { if (a) { b; } } while (0)\n",
                    "_IRQL_requires_max_(PASSIVE_LEVEL) NTSTATUS F(_In_reads_(n) PVOID p, ULONG n)\n",
                    "{ __try { ProbeForRead(p, n, 1); } __except (EXCEPTION_EXECUTE_HANDLER) {",
                    "switch (sp->Parameters.DeviceIoControl.IoControlCode) { case IOCTL_A: break;",
                    " default: status = STATUS_INVALID_DEVICE_REQUEST; goto done; }",
                    "#ifdef SECURE\n    a |= 1;\n#else\n    a = sizeof(PULONG);\n#endif\n",
                    "#if defined(_WIN64) && !DBG\n",
                    "#elif X > 2\n",
                    "#endif\n",
                    "typedef struct _A { ULONG a : 3; union { PVOID p; UCHAR b[4]; }; } A, *PA;",
                    "template <typename T> class C : public B<T> { virtual ~C(); C() : x{1} {} };",
                    "auto f = [&](int i) -> bool { return i < x >> 1; };",
                    "UNICODE_STRING s = RTL_CONSTANT_STRING(L\"\\\\Device\\\\X\"); // c\n",
                    "/* comment */ ULONG x = (ULONG)(a ? b : c) + *(PUCHAR)&y[1]--;",
                    "} } ) ] ;",
                    "\"text that is not closed",
                    "'\\",
                    "R\"x(raw)x\"",
                    "__asm { mov eax, ebx }",
                    "\0\ud800\\\r\n\t$#@`");

    @Test
    @Timeout(60)
    void whatIsPutTogetherWronglyIsReadWithoutHarm() {
        Random random = new Random(SEED);
        for (int i = 0; i < FILES; i++) {
            String text = mutated(random);
            String name = i % 2 == 0 ? "a.c" : "a.cpp";
            Subject subject = new CReader().read(new Source(name, text));
            for (Node root : subject.roots()) {
                check(root, text.length());
            }
            for (Gap gap : subject.gaps()) {
                assertThat(gap.span().end()).isLessThanOrEqualTo(text.length());
            }
            for (Node call : subject.collection("calls")) {
                ask(subject, call);
            }
            subject.embedded();
            new CReader().patterns().parse(text.substring(0, Math.min(text.length(), 80)));
        }
    }

    private static void check(Node node, int length) {
        assertThat(node.span().end()).isLessThanOrEqualTo(length);
        node.children().forEach(child -> check(child, length));
    }

    private static void ask(Subject subject, Node call) {
        Value element = new Value.Element(call);
        for (String function :
                List.of("const", "text", "names", "presence", "irql", "role", "signature")) {
            assertThat(subject.evaluate(function, List.of(element))).isNotNull();
        }
        for (Node argument : call.children()) {
            subject.evaluate("const", List.of(new Value.Element(argument)));
            subject.evaluate("text", List.of(new Value.Element(argument)));
        }
        subject.evaluate("length-argument", List.of(element, new Value.Text("p")));
    }

    private static String mutated(Random random) {
        StringBuilder text = new StringBuilder();
        int pieces = 1 + random.nextInt(14);
        for (int i = 0; i < pieces; i++) {
            text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
        }
        int changes = random.nextInt(6);
        for (int i = 0; i < changes && text.length() > 2; i++) {
            int at = random.nextInt(text.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, "(){}[];,#\n\"<>:*".charAt(random.nextInt(15)));
                case 2 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 40)));
                default -> text.delete(at, Math.min(text.length(), at + 20));
            }
        }
        return text.toString();
    }
}
