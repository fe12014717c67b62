package org.ringfence.dsl.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ringfence.dsl.CompileResult;
import org.ringfence.dsl.Diagnostic;
import org.ringfence.dsl.RuleCompiler;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Topic;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Span;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary.Ability;

/**
 * Drafts rules.
 *
 * <pre>{@code
 * Draft draft = new RuleDraft(reader, readers, trial).draft(wish);
 * if (draft instanceof Draft.Written written) {
 *     Files.writeString(file, written.rules());
 * }
 * }</pre>
 */
public final class RuleDraft {
    /** Rules that ask for paths are many, and few of them are meant. */
    private static final int MOST_ON_PATHS = 60;

    private static final int LONGEST = 8_000;

    private final SubjectReader reader;
    private final List<SubjectReader> readers;
    private final Trial trial;

    /**
     * @param reader of the code
     * @param readers all there are, for what is written inside the code
     * @param trial runs the drafts
     */
    public RuleDraft(SubjectReader reader, Collection<SubjectReader> readers, Trial trial) {
        this.reader = Objects.requireNonNull(reader, "reader");
        this.readers = List.copyOf(readers);
        this.trial = Objects.requireNonNull(trial, "trial");
    }

    /**
     * The likeliest rule that finds the bad code and not the good, among those whose patterns are
     * pieces of the bad code. Where every piece is found in the good code too, what is before or
     * behind it tells the two apart: two pieces in a row, or a call that only the good code has.
     */
    public Draft draft(Draft.Wish wish) {
        Snippet bad = Snippet.of(wish.bad(), reader.testMarker());
        Snippet good = Snippet.of(wish.good(), reader.testMarker());
        List<String> problems = problems(bad, good);
        if (!problems.isEmpty()) {
            return new Draft.Refused(problems);
        }
        Shapes shapes = new Shapes(reader, bad);
        for (Shape shape : shapes.single()) {
            Optional<Draft> draft =
                    opened(shapes, new RuleText(wish, subject(), shape, ""), bad, good);
            if (draft.isPresent()) {
                return draft.get();
            }
        }
        boolean paths = reader.vocabulary().abilities().contains(Ability.CONTROL_FLOW);
        if (paths && !good.lines().isEmpty()) {
            for (RuleText text : onPaths(wish, shapes, good)) {
                Optional<Draft> draft = draft(text, bad, good);
                if (draft.isPresent()) {
                    return draft.get();
                }
            }
        }
        return new Draft.Refused(List.of(why(wish, shapes.single(), bad, good)));
    }

    /** Rules that ask what is before or behind: first for two pieces in a row, then for excuses. */
    private List<RuleText> onPaths(Draft.Wish wish, Shapes shapes, Snippet good) {
        List<RuleText> texts = new ArrayList<>();
        shapes.pairs().forEach(pair -> texts.add(new RuleText(wish, subject(), pair, "")));
        Set<String> more = new Shapes(reader, good).called();
        more.removeAll(shapes.called());
        for (Shape shape : shapes.single()) {
            for (String relation : List.of("guarded", "preceded", "followed")) {
                for (String name : more) {
                    String by = relation + " by `" + name + "($...)` on every path";
                    texts.add(new RuleText(wish, subject(), shape, "unless $FOUND " + by));
                }
            }
        }
        return texts.subList(0, Math.min(MOST_ON_PATHS, texts.size()));
    }

    private String subject() {
        return reader.vocabulary().subject();
    }

    private static List<String> problems(Snippet bad, Snippet good) {
        List<String> problems = new ArrayList<>();
        if (bad.lines().isEmpty()) {
            problems.add("the bad code is empty");
        } else if (bad.equals(good)) {
            problems.add("the good code is the bad code");
        }
        for (Snippet code : List.of(bad, good)) {
            String which = code == bad ? "bad" : "good";
            if (code.text().contains("```")) {
                problems.add("the " + which + " code has ``` in it, which ends a test");
            }
            if (code.text().length() > LONGEST) {
                problems.add(
                        "the "
                                + which
                                + " code has "
                                + code.text().length()
                                + " characters; an example has at most "
                                + LONGEST);
            }
        }
        return problems;
    }

    /** Why there is no rule; what the compiler says, if it is the wish that is wrong. */
    private String why(Draft.Wish wish, List<Shape> shapes, Snippet bad, Snippet good) {
        if (shapes.isEmpty()) {
            return "nothing in the bad code can be a pattern on `" + subject() + "`";
        }
        RuleText text = new RuleText(wish, subject(), shapes.get(0), "");
        RuleText.Good other = new RuleText.Good(good.lines().isEmpty() ? bad : good, "", true);
        return compile(text, bad, other).diagnostics().stream()
                .filter(d -> d.severity() == Diagnostic.Severity.ERROR)
                .findFirst()
                .map(Diagnostic::message)
                .orElse(
                        good.lines().isEmpty()
                                ? "no good code could be made from the bad code: give some"
                                : "every piece of the bad code is found in the good code too: show"
                                        + " good code that differs in the piece that is wrong");
    }

    // --- trying

    /** A draft whose pattern keeps only those literals that it needs. */
    private Optional<Draft> opened(Shapes shapes, RuleText text, Snippet bad, Snippet good) {
        Optional<Draft> best = draft(text, bad, good);
        if (best.isEmpty() || good.lines().isEmpty()) {
            return best;
        }
        Shape shape = text.shape();
        for (Span kept : text.shape().kept()) {
            String before = shape.pattern();
            Optional<Shape> more =
                    shapes.shape(shape.node(), shape.generality().opening(kept))
                            .filter(s -> !s.pattern().equals(before));
            Optional<Draft> draft =
                    more.flatMap(
                            s -> draft(new RuleText(text.wish(), subject(), s, ""), bad, good));
            if (draft.isPresent()) {
                best = draft;
                shape = more.get();
            }
        }
        return best;
    }

    private Optional<Draft> draft(RuleText text, Snippet bad, Snippet good) {
        List<RuleText.Good> goods =
                good.lines().isEmpty()
                        ? new NearMiss(bad, text.shape(), reader.testMarker(), subject()).all()
                        : List.of(new RuleText.Good(good, "", true));
        for (RuleText.Good each : goods) {
            Optional<Rule> rule = passing(text, bad, each);
            if (rule.isPresent()) {
                return Optional.of(written(text, rule.get(), bad, each));
            }
        }
        return Optional.empty();
    }

    private Optional<Rule> passing(RuleText text, Snippet bad, RuleText.Good good) {
        return compile(text, bad, good).pack().rules().stream().filter(trial::passes).findFirst();
    }

    private Draft written(RuleText text, Rule rule, Snippet bad, RuleText.Good good) {
        Set<Integer> lines = trial.found(rule);
        Snippet marked = bad.marked(lines, reader.testMarker());
        boolean hides = passing(text, marked, good).isEmpty(); // inside a comment, for example
        return new Draft.Written(
                text.of(hides ? bad : marked, good),
                new PageText(text.title(), subject(), bad, good.code()).text(),
                text.shape().pattern(),
                good.given() ? "" : good.label());
    }

    private CompileResult compile(RuleText text, Snippet bad, RuleText.Good good) {
        String id = text.wish().topic(); // whether there is one is not the question here
        Topic topic =
                new Topic(id, id, "", id + ".md", List.of(), List.of(), Map.of(), addresses -> "");
        return new RuleCompiler(readers, Guidance.of(List.of(topic), List.of(), List.of()))
                .compile(Map.of("draft.rules", text.of(bad, good)));
    }
}
