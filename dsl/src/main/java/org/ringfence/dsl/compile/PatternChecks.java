package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import org.ringfence.kb.NearMiss;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.PatternParser.Parsed.Understood;
import org.ringfence.subject.PatternParser.Problem;

/** Looks for slips in a pattern that its reader understands. */
final class PatternChecks {
    /** Shorter names, and those of the C library, are near to each other without a slip. */
    private static final int LONG_NAME = 6;

    /** What tells apart the members of a family of names. */
    private static final String FAMILY = "(?i)(ex|[aw]|u|n|s|d+|\\d+|hint|32|64)+$";

    private final RuleScope rule;

    PatternChecks(RuleScope rule) {
        this.rule = rule;
    }

    /** Whether anything at all could look like this. */
    boolean canMatch(String literal, Understood understood) {
        return rule.workspace().canMatch(rule.reader(), understood.pattern(), literal);
    }

    void check(Decoded literal, Understood understood) {
        for (Problem caution : understood.cautions()) {
            Place place = literal.place(caution.start(), caution.length());
            boolean removes = literal.text().startsWith(";", caution.start());
            rule.problems()
                    .warning(
                            place,
                            ProblemCode.PATTERN,
                            caution.message(),
                            removes ? List.of(new Replacement(place, "", "Remove it")) : List.of());
        }
        for (String name : names(understood.pattern())) {
            slip(name, rule.reader().knownNames()).ifPresent(known -> warn(literal, name, known));
        }
    }

    private void warn(Decoded literal, String name, String known) {
        Matcher at =
                java.util.regex.Pattern.compile("(?<![\\w$])" + name + "\\b")
                        .matcher(literal.text());
        if (at.find()) {
            Place place = literal.place(at.start(), name.length());
            Suggestion meant = Suggestion.of(Optional.of(known));
            rule.problems()
                    .warning(
                            place,
                            ProblemCode.UNKNOWN_NAME,
                            "`" + name + "` is no known name" + meant.words(),
                            meant.cures(place));
        }
    }

    /** A known name that was probably meant; none where the name is known, or near to none. */
    static Optional<String> slip(String name, Set<String> known) {
        boolean isOfPlatform = name.length() >= LONG_NAME && name.matches(".*[A-Z].*");
        return !isOfPlatform || known.isEmpty() || known.contains(name)
                ? Optional.empty()
                : NearMiss.of(name, known).filter(near -> !isRelative(name, near));
    }

    /** Whether two names are rather those of two things than two spellings of one. */
    private static boolean isRelative(String name, String near) {
        return !near.startsWith(name.substring(0, 2))
                || near.startsWith(name)
                || name.startsWith(near)
                || Math.abs(name.length() - near.length()) > 1
                || stem(near).equals(stem(name));
    }

    private static String stem(String name) {
        return name.replaceFirst(FAMILY, "");
    }

    /** What is called, and what is spelled in capitals: other names are the driver's own. */
    private static List<String> names(Pattern pattern) {
        List<String> names = new ArrayList<>();
        collect(pattern, false, names);
        return names;
    }

    private static void collect(Pattern pattern, boolean called, List<String> names) {
        if (pattern instanceof Pattern.Exact exact) {
            boolean constant = exact.label().matches("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");
            if (exact.kind().equals("name") && (called || constant)) {
                names.add(exact.label());
            }
            for (int i = 0; i < exact.children().size(); i++) {
                collect(exact.children().get(i), i == 0 && exact.kind().equals("call"), names);
            }
        }
    }
}
