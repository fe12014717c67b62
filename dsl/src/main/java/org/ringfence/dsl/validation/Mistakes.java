package org.ringfence.dsl.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ringfence.dsl.compile.Place;

/** Knows what people write who come from other languages, and what they should write here. */
final class Mistakes {
    /** The first that fits speaks. */
    private static final List<Function<Around, Optional<Said>>> KNOWN =
            List.of(
                    Mistakes::operator,
                    Mistakes::colon,
                    Mistakes::otherQuote,
                    Mistakes::comment,
                    Mistakes::negation,
                    Mistakes::quantifier,
                    Mistakes::separator,
                    Mistakes::set,
                    Mistakes::place,
                    Mistakes::capture,
                    Mistakes::calculation,
                    Mistakes::branch,
                    Mistakes::synonym,
                    Mistakes::definition);

    /** Longest first. */
    private static final Map<String, String> TWO_SIGNS =
            Map.of(
                    "&&", "and", "||", "or", "=<", "<=", "=>", ">=", "<>", "!=", "!=", "!=", "=~",
                    "like", "~=", "like");

    private static final String NO_BRANCH =
            "a rule has no branches: write a `where` for what must hold, an `unless` for what"
                    + " excuses, or two rules";

    private static final String BRACES = "the items of a set stand in braces: `{ a, b }`";

    private Mistakes() {}

    static Optional<Said> known(Around around) {
        return KNOWN.stream()
                .map(mistake -> mistake.apply(around))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Said> said(Said said) {
        return Optional.of(said);
    }

    // --- signs

    private static Optional<Said> operator(Around a) {
        for (int from = -1; from <= 0; from++) {
            String signs = a.text(from) + a.text(from + 1);
            if (TWO_SIGNS.containsKey(signs) && a.touchesPrevious(from + 1)) {
                String word = TWO_SIGNS.get(signs);
                return said(
                        Said.of(
                                "`" + signs + "` is written `" + word + "`",
                                a.change(a.place(from, from + 1), word)));
            }
        }
        if (a.is(0, "=") && Words.CLAUSES.contains(a.text(-1)) && a.startsLine(-1)) {
            return said(Said.of("there is no `=` behind `" + a.text(-1) + "`", a.change(0, "")));
        } else if (a.is(0, "=") && a.is(-1, "==", "!=")) {
            return said(
                    Said.of(
                            "`" + a.text(-1) + "=` is written `" + a.text(-1) + "`",
                            a.change(0, "")));
        } else if (a.is(0, "=") && a.inCondition()) {
            return said(Said.of("`=` compares nothing: write `==`", a.change(0, "==")));
        } else if (a.is(0, "!") && a.inCondition()) {
            return said(Said.of("`!` is written `not`", a.change(0, "not ")));
        } else if (a.is(0, "&") && a.inCondition()) {
            return said(
                    Said.of("`&` is no operator: ask for bits with `has`, `lacks` or `overlaps`"));
        } else if (a.is(0, "|") && a.inCondition()) {
            return said(
                    Said.of(
                            "`|` is between patterns; conditions are joined with `or`",
                            a.change(0, "or")));
        }
        return Optional.empty();
    }

    private static Optional<Said> colon(Around a) {
        if (!a.is(0, ":")) {
            return Optional.empty();
        }
        boolean word =
                Words.CLAUSES.contains(a.text(-1))
                        || Words.DEFINITIONS.contains(a.text(-1))
                        || a.is(-1, "pack", "version", "import");
        if (word) {
            return said(
                    Said.of(
                            "this is not YAML: there is no `:` behind `" + a.text(-1) + "`",
                            a.change(0, "")));
        }
        if (a.inCondition() && a.is(-2, "in")) {
            return said(
                    Said.of(
                            "the condition of `any` and `every` stands behind `satisfies`",
                            a.change(0, " satisfies")));
        }
        return Words.SYNONYMS.containsKey(a.text(-1))
                ? said(clause(a, -1))
                : said(Said.of("`:` means nothing here", a.change(0, "")));
    }

    private static Optional<Said> otherQuote(Around a) {
        String sign = a.text(0);
        if (sign.matches("['\u2018\u2019\u201C\u201D]")) {
            int last = a.lastOfLine();
            boolean closed = last > 0 && a.text(last).matches("['\u2018\u2019\u201C\u201D]");
            String words = "a text stands in double quotes: `\"`, not `" + sign + "`";
            return said(
                    closed
                            ? Said.of(
                                    words,
                                    a.change(a.place(0, last), "\"" + a.line(1, last - 1) + "\""))
                            : Said.of(words));
        }
        return sign.equals("~")
                ? said(Said.of("code stands in backticks: one or three of them on each side"))
                : Optional.empty();
    }

    private static Optional<Said> comment(Around a) {
        if (a.is(0, "#") && a.startsLine(0)) {
            return said(Said.of("a comment begins with `//`", a.change(0, "//")));
        } else if (a.is(0, "<") && a.startsLine(0)) {
            return said(Said.of("this is neither HTML nor XML: a comment begins with `//`"));
        } else if (a.is(0, "-") && a.startsLine(0)) {
            return said(Said.of("this is not YAML: no clause begins with `-`", a.change(0, "")));
        }
        return Optional.empty();
    }

    private static Optional<Said> separator(Around a) {
        if (a.is(0, ";")) {
            return said(Said.of("nothing ends with `;` here", a.change(0, "")));
        } else if (a.is(0, "or", ",") && a.is(-1, "match", "flow") || isBetweenPatterns(a)) {
            return said(
                    Said.of(
                            "patterns are separated by `|`; `or` and `and` join conditions",
                            a.change(0, "|")));
        } else if (a.is(0, ",") && a.inCondition()) {
            return said(
                    Said.of("conditions are joined with `and`, not with `,`", a.change(0, " and")));
        } else if (a.is(0, ",") && a.is(-2, "=") && a.clause().isEmpty()) {
            return said(Said.of(BRACES));
        } else if (a.is(0, ",")) {
            return said(Said.of("no `,` stands here", a.change(0, "")));
        }
        return a.is(0, "+") && a.isText(-1) && a.isText(1)
                ? said(
                        Said.of(
                                "a text is written in one piece; values stand in it in braces:"
                                        + " `{$X}`"))
                : Optional.empty();
    }

    private static boolean isBetweenPatterns(Around a) {
        return a.is(0, "or", ",") && (a.text(-1).startsWith("`") && a.text(1).startsWith("`"));
    }

    // --- conditions

    private static Optional<Said> negation(Around a) {
        boolean before = a.is(0, "not") && !a.startsLine(0) && !a.is(-1, "where", "unless");
        boolean behindIs = a.is(-2, "is") && a.is(-1, "not");
        return (before && a.inCondition()) || behindIs
                ? said(
                        Said.of(
                                "`not` stands before what it turns around: `not $X in names`, `not"
                                        + " $X is call`"))
                : Optional.empty();
    }

    private static Optional<Said> quantifier(Around a) {
        boolean every = a.is(0, "all", "forall", "foreach", "each");
        if (!a.isMetavar(1) || !a.inCondition() || !(every || a.is(0, "exists", "some"))) {
            return Optional.empty();
        }
        String word = every ? "every" : "any";
        return said(
                Said.of(
                        "write `" + word + " $X in` a list `satisfies` a condition",
                        a.change(0, word)));
    }

    private static Optional<Said> set(Around a) {
        boolean opens = a.is(0, "[") || a.is(0, "(") && a.is(-1, "in", "has", "lacks", "overlaps");
        if (!opens) {
            return Optional.empty();
        }
        int last = 1;
        while (!a.is(last, "]", ")", "")) {
            last++;
        }
        return said(
                a.text(last).isEmpty() || last == 1
                        ? Said.of(BRACES)
                        : Said.of(
                                BRACES,
                                a.change(a.place(0, last), "{ " + a.line(1, last - 1) + " }")));
    }

    private static Optional<Said> calculation(Around a) {
        if (a.is(0, "(") && a.is(-2, ".")) {
            String words = "an attribute takes no brackets";
            return said(
                    a.is(1, ")") ? Said.of(words, a.change(a.place(0, 1), "")) : Said.of(words));
        }
        return a.is(0, "+", "-", "*", "/", "%", "^", "?") && !a.startsLine(0) && a.inCondition()
                ? said(
                        Said.of(
                                "conditions do not calculate: `"
                                        + a.text(0)
                                        + "` means nothing here"))
                : Optional.empty();
    }

    // --- captures and places

    private static Optional<Said> capture(Around a) {
        if (a.is(0, "$")) {
            return said(
                    Said.of(
                            a.is(1, ".")
                                    ? "`$...` stands in code only; give what it stands for a name"
                                    : "a capture is a `$` and a name, such as `$X`"));
        }
        boolean walk = a.is(0, "in") && a.isMetavar(-1) && a.is(-2, "match");
        return walk
                ? said(
                        Said.of(
                                "a collection is walked with `each`: `match each $X in`",
                                a.insert(-1, "each ")))
                : Optional.empty();
    }

    private static Optional<Said> place(Around a) {
        if (a.is(0, "at") && a.isText(-1) && a.is(-2, "report", "related") && a.isMetavar(1)) {
            Place all = a.place(-1, 1);
            String right = "at " + a.text(1) + " " + a.text(-1);
            return said(
                    Said.of(
                            "the place stands before the text: `report at $X \"...\"`",
                            a.change(all, right)));
        }
        return a.is(-1, "fix") && a.is(0, "replace", "insert", "set", "add")
                ? said(
                        Said.of(
                                "say whether the fix is `safe`, or for `review`",
                                a.insert(0, "review ")))
                : Optional.empty();
    }

    // --- words

    private static Optional<Said> branch(Around a) {
        boolean then = a.is(0, "then") && a.inCondition();
        return then || a.is(0, "else", "elif", "switch", "then") && a.startsLine(0)
                ? said(Said.of(NO_BRANCH))
                : Optional.empty();
    }

    private static Optional<Said> synonym(Around a) {
        boolean clause =
                Words.SYNONYMS.containsKey(a.text(0)) && a.startsLine(0) && !a.clause().isEmpty();
        return clause ? said(clause(a, 0)) : Optional.empty();
    }

    private static Said clause(Around a, int steps) {
        String clause = Words.SYNONYMS.get(a.text(steps));
        boolean colon = a.is(steps + 1, ":");
        Place place = a.place(steps, colon ? steps + 1 : steps);
        return Said.of(
                "no clause is called `" + a.text(steps) + "`: write `" + clause + "`",
                a.change(place, clause));
    }

    private static Optional<Said> definition(Around a) {
        if (a.is(0, ".") && a.is(-2, Words.DEFINITIONS.toArray(new String[0]))) {
            return said(Said.of("a name has letters, digits, `-` and `_` only", a.change(0, "-")));
        }
        return a.is(0, "import") && a.startsLine(0)
                ? said(Said.of("`import` stands above the first definition"))
                : Optional.empty();
    }
}
