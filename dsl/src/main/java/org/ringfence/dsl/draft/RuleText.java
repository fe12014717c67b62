package org.ringfence.dsl.draft;

/**
 * The text of a rules file with one rule.
 *
 * @param shape what it looks for
 * @param unless what excuses a match, as a whole clause, or empty
 */
record RuleText(Draft.Wish wish, String subject, Shape shape, String unless) {
    private static final int LONGEST_HINT = 120;
    private static final String INDENT = "    ";

    /** Good code and how it is shown. */
    record Good(Snippet code, String label, boolean given) {}

    String of(Snippet bad, Good good) {
        String alias = unless.contains("$FOUND") ? " as $FOUND" : "";
        StringBuilder out = new StringBuilder(wish.header()).append("\n\n");
        line(out, "", "// a first draft: say in title, report and hint what is wrong and why");
        line(out, "", "rule " + wish.id() + " on " + subject + " {");
        line(out, INDENT, "title " + quoted(title()));
        line(out, INDENT, "severity medium");
        line(out, INDENT, "confidence medium");
        line(out, INDENT, "topic " + wish.topic());
        out.append('\n');
        line(out, INDENT, "match " + shape.pattern() + alias);
        if (!unless.isEmpty()) {
            line(out, INDENT, unless);
        }
        line(out, INDENT, "report " + braced(quoted(title() + ": say why this is wrong")));
        line(out, INDENT, "hint " + quoted(hint(good)));
        out.append('\n');
        line(out, INDENT, "bad " + bad.block(INDENT));
        if (!good.given()) {
            line(out, INDENT, "// made from the bad code: show here what is right");
        }
        String label = good.label().isEmpty() ? "" : quoted(good.label()) + " ";
        line(out, INDENT, "good " + label + good.code().block(INDENT));
        line(out, "", "}");
        return out.toString();
    }

    String title() {
        return shape.name().isEmpty()
                ? "Code as in the bad example of " + wish.id()
                : "Call of " + shape.name() + " as in the bad example";
    }

    private static String hint(Good good) {
        String text = good.code().text();
        boolean shown = good.given() && !text.contains("\n") && text.length() <= LONGEST_HINT;
        return shown ? "Write " + text : "Say what to write instead";
    }

    private static void line(StringBuilder out, String indent, String text) {
        out.append(indent).append(text).append('\n');
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String braced(String text) {
        return text.replace("{", "{{").replace("}", "}}");
    }
}
