package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/** What tests of C do over and over. */
final class Sources {
    private Sources() {}

    static Subject c(String text) {
        return new CReader().read(new Source("a.c", text));
    }

    static Subject cpp(String text) {
        return new CReader().read(new Source("a.cpp", text));
    }

    static List<Node> all(Subject subject, String kind) {
        List<Node> found = new ArrayList<>();
        subject.roots().forEach(root -> gather(root, kind, found));
        return found;
    }

    private static void gather(Node node, String kind, List<Node> into) {
        if (node.kind().equals(kind)) {
            into.add(node);
        }
        node.children().forEach(child -> gather(child, kind, into));
    }

    static String text(Subject subject, Node node) {
        return subject.source().text(node.span());
    }

    /** What the one expression {@code e} in {@code x = e;} at the end of the text comes to. */
    static Value constant(String text) {
        return constant(text, List.of(), List.of());
    }

    static Value constant(String text, List<String> defines, List<String> undefines) {
        Subject subject =
                new CReader(Configuration.of("", defines, undefines)).read(new Source("a.c", text));
        List<Node> assigns = all(subject, "assign");
        Node last = assigns.get(assigns.size() - 1);
        return subject.evaluate("const", List.of(new Value.Element(last.children().get(1))));
    }
}
