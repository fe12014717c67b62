package org.ringfence.dsl.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.ringfence.rule.Condition;
import org.ringfence.rule.LogicText;
import org.ringfence.rule.Origin;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;

/** Makes the mutants of a rule. */
public final class Mutants {
    private static final LogicText WORDS = LogicText.asWritten();
    private static final String WHOLE = "without this clause";

    private final Rule rule;
    private final Set<String> bound;
    private final List<Mutant> mutants = new ArrayList<>();

    private Mutants(Rule rule) {
        this.rule = rule;
        this.bound = bound(rule);
    }

    /**
     * The rule, each time with one part dropped, loosened or tightened, in the order of its
     * clauses. The words that a match must have are dropped from all, since they are about the rule
     * as it was.
     */
    public static List<Mutant> of(Rule rule) {
        Mutants all = new Mutants(rule);
        all.severities();
        all.query();
        all.within();
        all.lets();
        all.where();
        all.unless();
        all.fixes();
        return List.copyOf(all.mutants);
    }

    private static Set<String> bound(Rule rule) {
        Set<String> names = new HashSet<>();
        for (Query.Step step : steps(rule.query())) {
            names.addAll(PatternChanges.captures(step.alternatives()));
            names.add(step.as());
        }
        if (rule.query() instanceof Query.Each each) {
            names.add(each.variable());
        }
        rule.conditions().lets().forEach(let -> names.add(let.variable()));
        return names;
    }

    private static List<Query.Step> steps(Query query) {
        if (query instanceof Query.Match match) {
            return match.steps();
        }
        return query instanceof Query.FlowPath flow ? List.of(flow.to(), flow.from()) : List.of();
    }

    // --- severity

    private void severities() {
        List<Rule.SeverityCase> cases = rule.classification().severities();
        for (int i = 0; i + 1 < cases.size(); i++) {
            Rule.SeverityCase of = cases.get(i);
            String word = of.severity().word();
            Clause clause =
                    new Clause(
                            "severity " + word + " when " + WORDS.of(of.when()),
                            rule.origin(),
                            effect ->
                                    "a `bad` example with a line marked `severity="
                                            + (effect == Effect.LOOSER ? "...`" : word + "`"));
            add(
                    clause,
                    Change.of(
                            new Parts(rule).with(Change.without(cases, i)),
                            WHOLE,
                            quoted(of.when()) + " holds",
                            Effect.STRICTER));
            for (var change : new ConditionChanges(bound).clause(of.when())) {
                List<Rule.SeverityCase> changed = new ArrayList<>(cases);
                changed.set(i, new Rule.SeverityCase(of.severity(), change.result()));
                add(clause, change.in(when -> new Parts(rule).with(changed)));
            }
        }
    }

    // --- what is looked at

    private void query() {
        Function<Effect, String> kind = Mutants::kind;
        if (rule.query() instanceof Query.Match match) {
            List<Query.Step> steps = match.steps();
            for (int i = 0; i < steps.size() && steps.size() > 1; i++) {
                String step = WORDS.of(steps.get(i).alternatives());
                add(
                        new Clause("match " + step, rule.origin(), kind),
                        Change.of(
                                new Parts(rule).with(new Query.Match(Change.without(steps, i))),
                                WHOLE,
                                "there is no `" + step + "`",
                                Effect.LOOSER));
            }
            Set<String> before = new HashSet<>();
            for (int i = 0; i < steps.size(); i++) {
                int at = i;
                for (Change<Query.Step> change : step(steps.get(i), before)) {
                    add(
                            new Clause(
                                    "match " + WORDS.of(steps.get(i).alternatives()),
                                    rule.origin(),
                                    kind),
                            change.in(step -> new Parts(rule).with(match(steps, at, step))));
                }
                before.addAll(PatternChanges.captures(steps.get(i).alternatives()));
            }
        } else if (rule.query() instanceof Query.FlowPath flow) {
            flow(flow);
        }
    }

    private static Query match(List<Query.Step> steps, int index, Query.Step step) {
        List<Query.Step> changed = new ArrayList<>(steps);
        changed.set(index, step);
        return new Query.Match(changed);
    }

    private static List<Change<Query.Step>> step(Query.Step step, Set<String> before) {
        return Change.all(
                new PatternChanges(before).of(step.alternatives()),
                alternatives -> new Query.Step(alternatives, step.as()));
    }

    private void flow(Query.FlowPath flow) {
        String from = WORDS.of(flow.from().alternatives());
        String to = WORDS.of(flow.to().alternatives());
        Clause clause = new Clause("flow from " + from + " to " + to, rule.origin(), Mutants::kind);
        add(
                clause,
                Change.of(
                        new Parts(rule).with(new Query.Match(List.of(flow.to()))),
                        "without where the value comes from",
                        "another value arrives in `" + to + "`",
                        Effect.LOOSER));
        for (Change<Query.Step> change : step(flow.to(), Set.of())) {
            add(
                    clause,
                    change.in(
                            step ->
                                    new Parts(rule)
                                            .with(
                                                    new Query.FlowPath(
                                                            flow.from(),
                                                            step,
                                                            flow.arrival(),
                                                            flow.way()))));
        }
        Set<String> before = PatternChanges.captures(flow.to().alternatives());
        for (Change<Query.Step> change : step(flow.from(), before)) {
            add(
                    clause,
                    change.in(
                            step ->
                                    new Parts(rule)
                                            .with(
                                                    new Query.FlowPath(
                                                            step,
                                                            flow.to(),
                                                            flow.arrival(),
                                                            flow.way()))));
        }
    }

    // --- conditions

    private void within() {
        List<Rule.Role> roles = rule.conditions().within();
        String all = String.join(" | ", roles.stream().map(Rule.Role::name).toList());
        Clause clause = new Clause("within " + all, rule.origin(), Mutants::kind);
        for (int i = 0; i < roles.size(); i++) {
            boolean only = roles.size() == 1;
            String name = roles.get(i).name();
            add(
                    clause,
                    Change.of(
                            new Parts(rule).within(Change.without(roles, i)),
                            only ? WHOLE : "without the role `" + name + "`",
                            only
                                    ? "the function is no `" + name + "`"
                                    : "the function is `" + name + "` and none of the others",
                            only ? Effect.LOOSER : Effect.STRICTER));
        }
        for (Change<List<Rule.Role>> change : Change.ofOne(roles, Mutants::role)) {
            add(clause, change.in(changed -> new Parts(rule).within(changed)));
        }
    }

    /** What a role is belongs to its definition; any rule that names it may be its test. */
    private static List<Change<Rule.Role>> role(Rule.Role role) {
        return new PatternChanges(Set.of())
                .of(role.in()).stream()
                        .map(
                                change ->
                                        change.<Rule.Role>in(
                                                        in ->
                                                                new Rule.Role(
                                                                        role.name(),
                                                                        role.function(),
                                                                        in))
                                                .of("role " + role.name() + ": " + change.what()))
                        .toList();
    }

    private void lets() {
        for (Rule.Let let : rule.conditions().lets()) {
            Clause clause =
                    new Clause(
                            "let $" + let.variable() + " = " + WORDS.of(let.value()),
                            rule.origin(),
                            Mutants::kind);
            for (var change : ExprChanges.of(let.value())) {
                add(
                        clause,
                        change.in(
                                value ->
                                        new Parts(rule)
                                                .let(let, new Rule.Let(let.variable(), value))));
            }
        }
    }

    private void where() {
        for (Rule.Clause where : rule.conditions().where()) {
            Clause clause =
                    new Clause(
                            "where " + WORDS.of(where.condition()), where.origin(), Mutants::kind);
            for (var change : new ConditionChanges(bound).clause(where.condition())) {
                add(clause, change.in(c -> new Parts(rule).where(where, c)));
            }
        }
    }

    /** Each excuses: to drop it, or a way to meet it, lets the rule find more. */
    private void unless() {
        for (Rule.Clause unless : rule.conditions().unless()) {
            Clause clause =
                    new Clause(
                            "unless " + WORDS.of(unless.condition()),
                            unless.origin(),
                            effect -> kind(effect.opposite()));
            for (var change : new ConditionChanges(bound).of(unless.condition())) {
                add(clause, change.in(c -> new Parts(rule).unless(unless, c)));
            }
            if (!(unless.condition() instanceof Condition.Or)) {
                add(
                        clause,
                        Change.of(
                                new Parts(rule).unless(unless, new Condition.Or(List.of())),
                                WHOLE,
                                quoted(unless.condition()) + " holds",
                                Effect.STRICTER));
            }
        }
    }

    // --- fixes

    private void fixes() {
        for (int i = 0; i < rule.fixes().size(); i++) {
            Rule.Fix fix = rule.fixes().get(i);
            String when =
                    fix.when().equals(Condition.ALWAYS) ? "" : " when " + WORDS.of(fix.when());
            Clause clause =
                    new Clause(
                            "fix " + (i + 1) + when,
                            rule.origin(),
                            effect -> "a `bad` example with `fixed`");
            add(
                    clause,
                    Change.of(
                            new Parts(rule).fixes(Change.without(rule.fixes(), i)),
                            WHOLE,
                            when.isEmpty() ? "it applies" : quoted(fix.when()) + " holds",
                            Effect.OTHER));
            for (var change : new ConditionChanges(bound).clause(fix.when())) {
                List<Rule.Fix> changed = new ArrayList<>(rule.fixes());
                changed.set(i, new Rule.Fix(fix.safety(), fix.change(), change.result()));
                add(clause, change.in(c -> new Parts(rule).fixes(changed)));
            }
        }
    }

    // --- words

    /**
     * A part of the rule as mutants name it.
     *
     * @param example the kind of example that notices a change of this effect
     */
    private record Clause(String text, Origin origin, Function<Effect, String> example) {}

    private void add(Clause clause, Change<Rule> change) {
        mutants.add(
                new Mutant(
                        change.result(),
                        clause.text(),
                        clause.origin(),
                        change.what(),
                        clause.example().apply(change.effect()) + " in which " + change.twin(),
                        change.definition()));
    }

    private static String kind(Effect effect) {
        return switch (effect) {
            case LOOSER -> "a `good` example, else like a `bad` one,";
            case STRICTER -> "a `bad` example, or one more marked line,";
            case OTHER -> "an example";
        };
    }

    private static String quoted(Condition condition) {
        return "`" + WORDS.of(condition) + "`";
    }
}
