package org.ringfence.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.LogicText;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Settings;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;
import org.ringfence.subject.Vocabulary;

/** Says why a rule finds something on a line, or why it does not: it asks every clause. */
public final class Explainer {
    private static final LogicText TEXT = LogicText.asWritten();

    private final Rule rule;
    private final Map<String, String> implicits;
    private final Settings settings;

    /**
     * @param vocabulary of the rule's subject
     */
    public Explainer(Rule rule, Vocabulary vocabulary, Settings settings) {
        this.rule = Objects.requireNonNull(rule, "rule");
        this.implicits = vocabulary.implicits();
        this.settings = settings.on(vocabulary.constants());
    }

    /**
     * Explains a line of a file, with the subjects that are written inside it.
     *
     * @param line 1-based
     */
    public Explanation explain(Subject file, int line) {
        List<Explanation.Place> places = new ArrayList<>();
        List<Explanation.NearMiss> misses = new ArrayList<>();
        Set<String> notes = new TreeSet<>();
        List<Subject> subjects = new ArrayList<>();
        collect(file, subjects);
        if (subjects.isEmpty()) {
            notes.add(
                    "the rule is on `"
                            + rule.subject()
                            + "`, and this is `"
                            + file.kind()
                            + "` with nothing of that kind in it");
        }
        for (Subject subject : subjects) {
            explain(subject, line, places, notes);
            if (places.isEmpty()) {
                misses.addAll(new NearMisses(subject.source(), line).of(starts(), subject.roots()));
            }
        }
        return places.isEmpty()
                ? new Explanation(places, misses, List.copyOf(notes))
                : new Explanation(places, List.of(), List.of());
    }

    private void collect(Subject subject, List<Subject> found) {
        if (subject.kind().equals(rule.subject())) {
            found.add(subject);
        }
        subject.embedded().forEach(inside -> collect(inside, found));
    }

    /** The alternatives that a search for the rule begins with. */
    private List<Alternative> starts() {
        if (rule.query() instanceof Query.Match match) {
            return match.steps().get(0).alternatives();
        }
        return rule.query() instanceof Query.FlowPath flow ? flow.to().alternatives() : List.of();
    }

    private void explain(
            Subject subject, int line, List<Explanation.Place> places, Set<String> notes) {
        Source source = subject.source();
        for (List<String> oneOf : rule.required()) {
            if (oneOf.stream().noneMatch(subject.words()::contains)) {
                notes.add(
                        "nothing is looked at: every match needs "
                                + String.join(" or ", quoted(oneOf))
                                + ", which the file does not have");
            }
        }
        Scan scan =
                new Scan(
                        subject,
                        implicits,
                        settings,
                        (judge, match) -> {
                            Explanation.Place place = place(judge, match);
                            int reported =
                                    match.span(rule.wording().at()).orElse(place.span()).start();
                            if (on(line, source, place) || line(source, reported) == line) {
                                places.add(place);
                            } else if (place.found()) {
                                notes.add(
                                        "the rule finds something on line "
                                                + line(source, reported));
                            }
                        });
        scan.run(new Dispatch(List.of(rule)));
        if (rule.query() instanceof Query.Each each) {
            scan.run(rule, each);
        }
        scan.givenUp().values().forEach(notes::add);
        if (places.isEmpty() && rule.query() instanceof Query.FlowPath) {
            notes.add("nothing on the line is arrived at by a value of the source");
        }
    }

    private static List<String> quoted(List<String> words) {
        return words.stream().map(word -> "`" + word + "`").toList();
    }

    private static int line(Source source, int offset) {
        return source.position(offset).line();
    }

    private static boolean on(int line, Source source, Explanation.Place place) {
        return line(source, place.span().start()) <= line
                && line <= line(source, Math.max(place.span().start(), place.span().end() - 1));
    }

    private Explanation.Place place(Judge judge, Match match) {
        List<Explanation.Clause> clauses = new ArrayList<>();
        judge.clauses(
                match,
                verdict -> {
                    clauses.add(clause(verdict, match.evaluator()));
                    return true;
                });
        return new Explanation.Place(
                match.source(), match.node().span(), match.captures(), clauses);
    }

    private Explanation.Clause clause(Verdict verdict, Evaluator evaluator) {
        String keyword = verdict.kind().name().toLowerCase(Locale.ROOT);
        String text =
                verdict.kind() == Verdict.Kind.WITHIN
                        ? String.join(
                                ", ",
                                rule.conditions().within().stream().map(Rule.Role::name).toList())
                        : TEXT.of(verdict.condition());
        List<Explanation.Part> parts = new ArrayList<>();
        int mark = evaluator.bindings().mark();
        parts(verdict.condition(), evaluator, parts);
        evaluator.bindings().backTo(mark);
        return new Explanation.Clause(
                keyword + " " + text,
                verdict.origin(),
                words(verdict.truth()),
                verdict.kills(),
                parts,
                verdict.unknowns());
    }

    private static String words(Truth truth) {
        return truth.name().toLowerCase(Locale.ROOT);
    }

    private static void parts(
            Condition condition, Evaluator evaluator, List<Explanation.Part> parts) {
        if (condition instanceof Condition.And and) {
            and.operands().forEach(operand -> parts(operand, evaluator, parts));
        } else if (condition instanceof Condition.Or or) {
            or.operands().forEach(operand -> parts(operand, evaluator, parts));
        } else {
            Map<String, String> values = new LinkedHashMap<>();
            values(condition, evaluator, values);
            parts.add(
                    new Explanation.Part(
                            TEXT.of(condition), words(evaluator.truth(condition)), values));
        }
    }

    private static void values(
            Condition condition, Evaluator evaluator, Map<String, String> values) {
        if (condition instanceof Condition.Not not) {
            values(not.operand(), evaluator, values);
        } else if (condition instanceof Condition.Holds holds) {
            value(holds.expr(), evaluator, values);
        } else if (condition instanceof Condition.Quantified quantified) {
            value(quantified.collection(), evaluator, values);
        } else if (condition instanceof Condition.About about) {
            value(about.left(), evaluator, values);
            if (about instanceof Condition.Compare compare) {
                value(compare.right(), evaluator, values);
            }
        }
    }

    /** A literal is its own value. */
    private static void value(Expr expr, Evaluator evaluator, Map<String, String> values) {
        boolean literal =
                expr instanceof Expr.Number
                        || expr instanceof Expr.Text
                        || expr instanceof Expr.Set;
        if (!literal) {
            Value value = evaluator.value(expr);
            values.put(
                    TEXT.of(expr),
                    value instanceof Value.Unknown unknown
                            ? "unknown: " + unknown.why()
                            : evaluator.words(value));
        }
    }
}
