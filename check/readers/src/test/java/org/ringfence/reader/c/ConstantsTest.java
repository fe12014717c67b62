package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringfence.subject.Node;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

class ConstantsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3@7",
                "0x10 | 010 | 0b1@25",
                "~0x1 & 0xFF@254",
                "(ULONG)-1@4294967295",
                "(UCHAR)0x1FF@255",
                "(LONG)0xFFFFFFFF@-1",
                "1 ? 2 : 3@2",
                "'A'@65",
                "'\\0'@0",
                "'ABCD'@1094861636",
                "sizeof(ULONG)@4",
                "sizeof(PVOID)@8",
                "sizeof(const UCHAR *)@8",
                "sizeof(unsigned short)@2",
                "FILE_DEVICE_SECURE_OPEN | 0x80@384",
                "OBJ_KERNEL_HANDLE >> 9@1",
                "10UL << 2@40",
                "5 == 5 && 3 < 4@1",
                "CTL_CODE(FILE_DEVICE_UNKNOWN, 0x800, METHOD_NEITHER, FILE_ANY_ACCESS)@2236419",
                "NULL@0"
            })
    void expressionsHaveValues(String expression, long value) {
        assertThat(Sources.constant("x = " + expression + ";")).isEqualTo(new Value.Int(value));
    }

    @Test
    void macrosEnumsAndConstantsOfTheFileCount() {
        String text =
                """
                #define BASE 0x800
                #define NEXT(n) (BASE + (n))
                #define TWICE(n) (NEXT(n) * 2)
                enum E { A = 5, B, C = B * 2, D };
                static const ULONG Flags = 0x30;
                """;
        assertThat(Sources.constant(text + "x = TWICE(1);")).isEqualTo(new Value.Int(0x1002));
        assertThat(Sources.constant(text + "x = D;")).isEqualTo(new Value.Int(13));
        assertThat(Sources.constant(text + "x = Flags | 1;")).isEqualTo(new Value.Int(0x31));
    }

    @Test
    void whatIsNotConstantSaysWhy() {
        assertThat(Sources.constant("x = Flags | 1;"))
                .isEqualTo(new Value.Unknown("`Flags` is not a constant here"));
        assertThat(Sources.constant("x = Get(1);"))
                .isEqualTo(new Value.Unknown("it is a call of `Get`"));
        assertThat(Sources.constant("x = 1 / 0;"))
                .isEqualTo(new Value.Unknown("it divides by zero"));
        assertThat(Sources.constant("#define A B\n#define B A\nx = A;"))
                .isEqualTo(new Value.Unknown("`A` is defined by itself"));
        assertThat(Sources.constant("#ifdef Z\n#define A 1\n#else\n#define A 2\n#endif\nx = A;"))
                .isEqualTo(new Value.Unknown("`A` is defined in several ways"));
    }

    @Test
    void controlCodesAreFoundThroughWrappers() {
        Subject subject =
                Sources.c(
                        """
                        #define IOCTL(Function) CTL_CODE(FILE_DEVICE_UNKNOWN, Function, METHOD_NEITHER, FILE_ANY_ACCESS)
                        #define IOCTL_A IOCTL(0x800)
                        #define IOCTL_B ((ULONG)CTL_CODE(0x8000, \\
                            0x801, METHOD_BUFFERED, FILE_READ_DATA | FILE_WRITE_DATA))
                        #define IOCTL_C CTL_CODE(MY_TYPE, 1, METHOD_BUFFERED, FILE_READ_ACCESS)
                        #define ALIAS IOCTL_A
                        const ULONG IOCTL_D = IOCTL(2);
                        """);
        List<Node> codes = subject.collection("control-codes");
        assertThat(codes)
                .extracting(Node::label)
                .containsExactly("IOCTL_A", "IOCTL_B", "IOCTL_C", "IOCTL_D");
        assertThat(codes.get(0).attribute("value")).isEqualTo(new Value.Int(0x222003));
        assertThat(codes.get(0).attribute("method")).isEqualTo(new Value.Int(3));
        assertThat(codes.get(1).attribute("access")).isEqualTo(new Value.Int(3));
        assertThat(codes.get(1).attribute("function")).isEqualTo(new Value.Int(0x801));
        assertThat(codes.get(2).attribute("device-type"))
                .isEqualTo(new Value.Unknown("`MY_TYPE` is not a constant here"));
        assertThat(codes.get(2).attribute("access")).isEqualTo(new Value.Int(1));
        assertThat(subject.source().text(codes.get(1).span())).isEqualTo("IOCTL_B");
    }

    @Test
    void formalParametersAreRecognised() {
        Subject subject =
                Sources.c("#define IOCTL(F, A) CTL_CODE(1, F, 0, (A))\nULONG x = IOCTL(1, 2);");
        Node wrapper = subject.collection("calls").get(0);
        Node use = subject.collection("calls").get(1);
        assertThat(ofParameter(subject, wrapper.children().get(4)))
                .isEqualTo(new Value.Truth(true));
        assertThat(ofParameter(subject, wrapper.children().get(1)))
                .isEqualTo(new Value.Truth(false));
        assertThat(ofParameter(subject, use.children().get(2))).isEqualTo(new Value.Truth(false));
    }

    private static Value ofParameter(Subject subject, Node node) {
        return subject.evaluate("parameter-of-macro", List.of(new Value.Element(node)));
    }
}
