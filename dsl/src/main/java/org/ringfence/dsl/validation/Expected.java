package org.ringfence.dsl.validation;

import java.util.List;
import java.util.Map;
import org.ringfence.dsl.compile.Replacement;
import org.ringfence.dsl.compile.Suggestion;

/** Says what is missing where the grammar leaves no choice, and puts it in. */
final class Expected {
    private static final Map<String, String> TOKENS =
            Map.of(
                    "RULE_STRING", "a text in double quotes",
                    "RULE_METAVAR", "a capture such as `$X`",
                    "RULE_ID", "a name",
                    "RULE_INT", "a number",
                    "RULE_LINE", "code in backticks",
                    "RULE_BLOCK", "code in backticks");

    /** What the rules of the grammar stand for; one that is missing speaks for its caller. */
    private static final Map<String, String> PARTS =
            Map.ofEntries(
                    Map.entry("Cond", "a condition"),
                    Map.entry("Conjunction", "a condition"),
                    Map.entry("Negation", "a condition"),
                    Map.entry("PrimaryCond", "a condition"),
                    Map.entry("Expression", "a value such as `$X`"),
                    Map.entry("Head", "a value such as `$X`"),
                    Map.entry("PatternAlternatives", "a pattern in backticks"),
                    Map.entry("PatternAtom", "a pattern in backticks"),
                    Map.entry("Code", "code in backticks"),
                    Map.entry("Atom", "a name, a number or a text"),
                    Map.entry("LiteralText", "a number or a text"),
                    Map.entry("Word", "a name"),
                    Map.entry("TopicId", "the id of a topic"),
                    Map.entry("TopicClause", "the id of a topic"),
                    Map.entry("FixClause", "`replace`"),
                    Map.entry("TestClause", "`bad` or `good`"),
                    Map.entry(
                            "MatchClause", "a pattern in backticks, or `each $X in` a collection"),
                    Map.entry("QName", "a name"),
                    Map.entry("QNameWild", "a name"));

    private Expected() {}

    /**
     * One token, and no other, would have been right.
     *
     * @param token a keyword, or the name of a kind of token
     * @param behind what was found, for the message
     */
    static Said token(String token, Around a, String behind) {
        String words = "expected " + TOKENS.getOrDefault(token, "`" + token + "`") + ", found ";
        return switch (token) {
            case "RULE_METAVAR" -> new Said(words + behind, capture(a));
            case "RULE_STRING" -> new Said(words + behind, quoted(a));
            case "RULE_ID", "RULE_INT" -> new Said(words + behind, bare(token, a));
            case "pack" ->
                    Said.of(
                            "a file begins with its pack: `pack team::rules version \"1.0.0\"`",
                            a.insert(0, "pack team::rules version \"1.0.0\"\n\n"));
            case "on" ->
                    Said.of(
                            "a rule says what it is on: `rule " + a.text(-1) + " on c {`",
                            a.insert(0, "on c "));
            default -> keyword(token, words + behind, a);
        };
    }

    private static Said keyword(String keyword, String words, Around a) {
        boolean word = Character.isLetter(keyword.charAt(0));
        if (word && a.is(0, "by", "to", "with", "from", "in", "of", "as", "is", "for")) {
            return Said.of(words, a.change(0, keyword));
        }
        Suggestion meant =
                word ? Suggestion.of(a.text(0), List.of(keyword)) : Suggestion.of("", List.of());
        return meant.name().isEmpty()
                ? Said.of(words, a.insert(0, keyword + " "))
                : Said.of(words, meant, a.place(0));
    }

    private static List<Replacement> capture(Around a) {
        return a.isWord(0) ? List.of(a.change(0, "$" + a.text(0))) : List.of();
    }

    /** The rest of the line as a text. */
    private static List<Replacement> quoted(Around a) {
        if (a.text(0).matches("`[^`\"\\\\]+`")) {
            return List.of(a.change(0, a.text(0).replace('`', '"')));
        }
        if (a.text(0).isEmpty() || a.startsLine(0) || a.is(0, "{", "}")) {
            return List.of();
        }
        int last = a.lastOfLine();
        String text = a.line(0, last);
        return text.matches("[^\"`\\\\{}]+")
                ? List.of(a.change(a.place(0, last), "\"" + text + "\""))
                : List.of();
    }

    /** The word or the number that was put into quotes, or given a prefix. */
    private static List<Replacement> bare(String token, Around a) {
        String text = a.text(0).replace("\"", "");
        if (token.equals("RULE_INT")) {
            text = text.replaceFirst("(?i)^cwe[-_ ]?", "");
        }
        boolean fits = text.matches(token.equals("RULE_INT") ? "\\d+" : "[A-Za-z_][\\w-]*");
        return fits && !text.equals(a.text(0)) ? List.of(a.change(0, text)) : List.of();
    }

    /**
     * Something of a rule of the grammar would have been right.
     *
     * @param rule the name of that rule
     */
    static Said part(String rule, Around a, String behind) {
        String part = PARTS.getOrDefault(rule, "something else");
        String words = "expected " + part + ", found " + behind;
        if (!part.contains("backticks")) {
            return Said.of(words);
        }
        String inQuotes = "code stands in backticks, not in quotes";
        if (a.isText(0)) {
            return Said.of(inQuotes, a.code(a.place(0), unquoted(a.text(0))));
        } else if (a.isText(-1) && a.is(-2, "bad", "good")) {
            return Said.of(inQuotes, a.code(a.place(-1), unquoted(a.text(-1)))).at(a.place(-1));
        }
        int last = a.isWord(0) && !a.startsLine(0) ? a.lastOfLine() : -1;
        return last < 0 || a.line(0, last).contains("`")
                ? Said.of(words)
                : Said.of(words, a.code(a.place(0, last), a.line(0, last)));
    }

    private static String unquoted(String text) {
        return text.substring(1).replaceFirst("\"$", "");
    }
}
