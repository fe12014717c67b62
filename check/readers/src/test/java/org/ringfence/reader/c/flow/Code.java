package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ringfence.reader.c.CReader;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/** C in a text block, whose nodes are named by their source text. */
final class Code {
    static final Value YES = new Value.Truth(true);
    static final Value NO = new Value.Truth(false);

    private final Subject subject;
    private final List<Node> nodes = new ArrayList<>();

    private Code(String path, String text) {
        subject = new CReader().read(new Source(path, text));
        subject.roots().forEach(this::gather);
    }

    static Code c(String text) {
        return new Code("a.c", text);
    }

    static Code cpp(String text) {
        return new Code("a.cpp", text);
    }

    /** The body of a function. */
    static Code body(String statements) {
        return c("NTSTATUS f(PIRP p, ULONG n) {\n" + statements + "\n}\n");
    }

    private void gather(Node node) {
        nodes.add(node);
        node.children().forEach(this::gather);
    }

    Flow flow() {
        return subject.flow().orElseThrow();
    }

    Subject subject() {
        return subject;
    }

    /** The innermost node of this text; {@code "p#2"} is the second in the file. */
    Node at(String text) {
        int hash = text.lastIndexOf('#');
        int wanted = hash < 0 ? 1 : Integer.parseInt(text.substring(hash + 1));
        String written = hash < 0 ? text : text.substring(0, hash);
        int start = -1;
        for (int i = 0; i < wanted; i++) {
            start = next(written, start + 1);
        }
        Node found = null;
        for (Node node : nodes) {
            boolean here =
                    node.span().start() == start && node.span().end() == start + written.length();
            if (here && !node.kind().equals("statement")) {
                found = found == null || node.span().equals(found.span()) ? node : found;
            }
        }
        if (found == null) {
            throw new AssertionError("no node is written " + text);
        }
        return found;
    }

    private int next(String written, int from) {
        for (int at = subject.source().text().indexOf(written, from);
                at >= 0;
                at = subject.source().text().indexOf(written, at + 1)) {
            int start = at;
            int end = at + written.length();
            boolean node =
                    nodes.stream()
                            .anyMatch(n -> n.span().start() == start && n.span().end() == end);
            if (node) {
                return at;
            }
        }
        throw new AssertionError("no node is written " + written);
    }

    private List<Node> all(String... texts) {
        return Arrays.stream(texts).map(this::at).toList();
    }

    Value reaches(String first, String second) {
        return flow().reaches(at(first), at(second));
    }

    Value preceded(String node, String... marks) {
        return flow().preceded(at(node), all(marks), false);
    }

    Value dominated(String node, String... marks) {
        return flow().preceded(at(node), all(marks), true);
    }

    Value followed(String node, String... marks) {
        return flow().followed(at(node), all(marks), false);
    }

    Value followedAlways(String node, String... marks) {
        return flow().followed(at(node), all(marks), true);
    }

    Value guarded(String node, String... checks) {
        return flow().guarded(at(node), all(checks), true);
    }

    Value guardedSometimes(String node, String... checks) {
        return flow().guarded(at(node), all(checks), false);
    }

    /**
     * @param sink a node, or a call of {@code use}, for its first argument
     */
    Flow.Carried carries(String source, String sink, int depth) {
        return carries(source, sink, new Flow.Way(depth, false));
    }

    /** Whether a value arrives as a pointer. */
    Value points(String source, String sink, int depth) {
        return carries(source, sink, new Flow.Way(depth, true)).answer();
    }

    private Flow.Carried carries(String source, String sink, Flow.Way way) {
        Node node = at(sink);
        boolean use = node.kind().equals("call") && node.children().get(0).label().equals("use");
        return flow().carries(all(source), use ? node.children().get(1) : node, way);
    }

    /** Whether a value arrives. */
    Value flows(String source, String sink, int depth) {
        return carries(source, sink, depth).answer();
    }

    /** Its steps as {@code source text: what}. */
    List<String> steps(String source, String sink, int depth) {
        return carries(source, sink, depth).steps().stream()
                .map(step -> step.source().text(step.node().span()) + ": " + step.what())
                .toList();
    }
}
