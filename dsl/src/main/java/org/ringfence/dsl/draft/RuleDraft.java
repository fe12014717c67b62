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
    /** Rules with an excuse are many, and few of them are meant. */
    private static final int MOST_EXCUSED = 100;

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
     * pieces of the bad code. Where every piece is found in the good code too, an excuse tells the
     * two apart: another form of what stands in a hole, another order of two pieces, or a call that
     * only the good code has.
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
        List<RuleText> others = new ArrayList<>();
        if (!good.lines().isEmpty()) {
            others.addAll(excused(wish, shapes, good));
        }
        shapes.asWritten().forEach(shape -> others.add(new RuleText(wish, subject(), shape, "")));
        for (RuleText text : others) {
            Optional<Draft> draft = draft(text, bad, good);
            if (draft.isPresent()) {
                return draft.get();
            }
        }
        return new Draft.Refused(List.of(why(wish, shapes, bad, good)));
    }

    /**
     * Rules that the good code keeps by what it says in a hole, by the order of two pieces, or by a
     * call that the bad code has not.
     */
    private List<RuleText> excused(Draft.Wish wish, Shapes shapes, Snippet good) {
        Shapes right = new Shapes(reader, good);
        List<RuleText> texts = new ArrayList<>();
        for (Shape shape : shapes.single()) {
            right.excuses(shape)
                    .forEach(clause -> texts.add(new RuleText(wish, subject(), shape, clause)));
        }
        if (reader.vocabulary().abilities().contains(Ability.CONTROL_FLOW)) {
            shapes.pairs().forEach(pair -> texts.add(new RuleText(wish, subject(), pair, "")));
            Set<String> more = right.called();
            more.removeAll(shapes.called());
            for (Shape shape : shapes.single()) {
                calls(more)
                        .forEach(clause -> texts.add(new RuleText(wish, subject(), shape, clause)));
            }
        }
        return texts.subList(0, Math.min(MOST_EXCUSED, texts.size()));
    }

    private static List<String> calls(Set<String> names) {
        List<String> clauses = new ArrayList<>();
        for (String relation : List.of("guarded", "preceded", "followed")) {
            for (String name : names) {
                String by = relation + " by `" + name + "($...)` on every path";
                clauses.add("unless $FOUND " + by);
            }
        }
        return clauses;
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
    private String why(Draft.Wish wish, Shapes shapes, Snippet bad, Snippet good) {
        List<Shape> all = new ArrayList<>(shapes.single());
        all.addAll(shapes.asWritten());
        if (all.isEmpty()) {
            return "nothing in the bad code can be a pattern on `" + subject() + "`";
        }
        RuleText text = new RuleText(wish, subject(), all.get(0), "");
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
