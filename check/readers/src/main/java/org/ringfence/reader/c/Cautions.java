package org.ringfence.reader.c;

import java.util.List;
import org.ringfence.subject.PatternParser.Problem;

/** Tells where C reads a pattern otherwise than its author may have meant it. */
final class Cautions {
    private Cautions() {}

    static List<Problem> of(CNode root, String literal) {
        String text = literal.strip();
        String words =
                switch (root.kind()) {
                    case "statement" -> statement(root);
                    case "declaration" ->
                            text.endsWith(";")
                                    ? ""
                                    : "read as a declaration, which ends with `;`; a call has"
                                            + " brackets: `f($X)`";
                    case "prototype" ->
                            text.endsWith(";")
                                    ? ""
                                    : "read as a declaration of a function, which ends with `;`; a"
                                            + " call has no type before it, and a definition has `{"
                                            + " $... }` behind it";
                    case "binary" -> binary(root);
                    case "label" -> "read as a label, the aim of a `goto`";
                    default -> "";
                };
        return words.isEmpty() ? List.of() : List.of(problem(root, literal, words));
    }

    private static Problem problem(CNode root, String literal, String words) {
        int semicolon = literal.lastIndexOf(';');
        return root.is("statement") && semicolon >= 0
                ? new Problem(semicolon, 1, words)
                : new Problem(root.start(), root.end() - root.start(), words);
    }

    private static String statement(CNode root) {
        boolean call = root.children().size() == 1 && root.child(0).is("call");
        return call
                ? "with `;` this is a whole statement: a call whose result is used, as in `x ="
                        + " f();`, is not found; without `;` every call is"
                : "";
    }

    private static String binary(CNode root) {
        boolean pointer =
                root.label().equals("*")
                        && root.child(0).is("name")
                        && (root.child(1).is("name") || root.child(1).is("hole"));
        String type = root.child(0).label();
        return pointer
                ? "read as a multiplication; a declaration ends with `;`: `" + type + " *$X;`"
                : "";
    }
}
