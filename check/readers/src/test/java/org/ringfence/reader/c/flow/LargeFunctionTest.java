package org.ringfence.reader.c.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ringfence.reader.c.flow.Code.NO;
import static org.ringfence.reader.c.flow.Code.YES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.reader.c.CReader;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/** Functions that nobody wrote by hand are answered in time, without overflow. */
class LargeFunctionTest {
    private static final int MANY = 20_000;
    private static final Flow.Way ONE = new Flow.Way(1, false);

    private static Subject function(String statements) {
        String text = "void f(int n) { first = s->In;\n" + statements + "\nlast(x); }";
        return new CReader().read(new Source("a.c", text));
    }

    private static String many(IntFunction<String> statement) {
        return IntStream.range(0, MANY).mapToObj(statement).collect(Collectors.joining("\n"));
    }

    private static List<Node> all(Subject subject, String kind) {
        List<Node> found = new ArrayList<>();
        List<Node> open = new ArrayList<>(subject.roots());
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            if (node.kind().equals(kind)) {
                found.add(node);
            }
            List<Node> children = new ArrayList<>(node.children());
            Collections.reverse(children);
            open.addAll(children);
        }
        return found;
    }

    private static Node last(Subject subject) {
        List<Node> calls = all(subject, "call");
        return calls.get(calls.size() - 1);
    }

    private static Node source(Subject subject) {
        return all(subject, "member").get(0);
    }

    private static Value chain(String link) {
        Subject subject =
                function(
                        "x0 = first;"
                                + many(i -> link + "x" + (i + 1) + " = x" + i + ";")
                                + "x = x"
                                + MANY
                                + ";");
        Node sink = last(subject).children().get(1);
        return subject.flow()
                .orElseThrow()
                .carries(List.of(source(subject)), sink, new Flow.Way(0, false))
                .answer();
    }

    @Test
    @Timeout(20)
    void aLongChainIsFollowedToItsEnd() {
        assertThat(chain("")).isEqualTo(YES);
    }

    @Test
    @Timeout(20)
    void aLongChainWithAsManyBranchesIsGivenUp() {
        assertThat(chain("if (n) "))
                .isEqualTo(
                        new Value.Unknown("there is too much code for the value to be followed"));
    }

    @Test
    @Timeout(20)
    void everyUseOfAValueIsAskedForInTime() {
        Subject subject = function("x = first;" + many(i -> "g(x, " + i + ");"));
        Flow flow = subject.flow().orElseThrow();
        List<Node> sources = List.of(source(subject));
        List<Node> calls = all(subject, "call");
        assertThat(calls).hasSize(MANY + 1);
        assertThat(calls)
                .allMatch(
                        c -> flow.carries(sources, c.children().get(1), ONE).answer().equals(YES));
    }

    @Test
    @Timeout(20)
    void everyBranchIsAskedForInTime() {
        Subject subject = function(many(i -> "if (n == " + i + ") { g(n); return; } h(n);"));
        Flow flow = subject.flow().orElseThrow();
        List<Node> calls = all(subject, "call");
        Node last = last(subject);
        List<Node> marks = List.of(calls.get(1));
        for (Node call : calls.subList(2, calls.size() - 1)) {
            assertThat(flow.preceded(call, marks, true)).isEqualTo(YES);
        }
        assertThat(flow.preceded(last, marks, true)).isEqualTo(YES);
        assertThat(flow.followed(calls.get(1), List.of(last), true)).isEqualTo(NO);
    }

    @Test
    @Timeout(20)
    void manyBranchesThatSpeakOfOneCheckAreAskedInTime() {
        Subject subject =
                function(
                        "for (;;) {"
                                + many(i -> "if (first == " + i + ") continue; g(n);")
                                + "if (n) break; }");
        Flow flow = subject.flow().orElseThrow();
        Value answer = flow.guarded(last(subject), List.of(source(subject)), true);
        assertThat(answer)
                .isEqualTo(new Value.Unknown("there are too many branches to be followed"));
    }

    @Test
    @Timeout(20)
    void everyLabelOfALadderIsReached() {
        Subject subject =
                function(many(i -> "if (n) goto l" + i + ";") + many(i -> "l" + i + ": a();"));
        Flow flow = subject.flow().orElseThrow();
        assertThat(flow.reaches(source(subject), last(subject))).isEqualTo(YES);
    }

    @Test
    @Timeout(20)
    void handlersInsideEachOtherDoNotMultiply() {
        int depth = 150;
        Subject subject =
                function(
                        "__try { a(); ".repeat(depth)
                                + "return;"
                                + "} __finally { __try { b(); } __finally { c(); } }"
                                        .repeat(depth));
        Flow flow = subject.flow().orElseThrow();
        List<Node> calls = all(subject, "call");
        Node outermost = calls.get(calls.size() - 2);
        assertThat(flow.followed(calls.get(0), List.of(outermost), true)).isEqualTo(YES);
    }

    /** A node that no parser made. */
    private record Made(String kind, String label, List<Node> children) implements Node {
        @Override
        public Span span() {
            return new Span(0, 0);
        }

        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    private static Node nested(String kind, String label, Node inner, int levels) {
        Node node = inner;
        for (int i = 0; i < levels; i++) {
            node = new Made(kind, label, List.of(node));
        }
        return node;
    }

    @Test
    @Timeout(20)
    void nestingWithoutEndIsUnknown() {
        Node inner = new Made("name", "x", List.of());
        for (String kind : List.of("unary", "block")) {
            Node deep = nested(kind, "*", inner, 100_000);
            Node after = new Made("name", "y", List.of());
            Node function =
                    new Made(
                            "function",
                            "f",
                            List.of(new Made("parameters", "", List.of()), deep, after));
            Flow flow = new CFlow(new Source("a.c", ""), List.of(function), List.of());
            Value unknown = new Value.Unknown("code is nested too deeply here");
            assertThat(flow.preceded(after, List.of(inner), true)).isEqualTo(unknown);
            assertThat(flow.carries(List.of(inner), after, ONE).answer()).isNotEqualTo(YES);
            assertThat(flow.function(inner)).isEqualTo(Optional.of(function));
        }
    }
}
