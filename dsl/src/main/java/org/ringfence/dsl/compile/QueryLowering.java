package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.ringfence.dsl.rules.FlowClause;
import org.ringfence.dsl.rules.MatchClause;
import org.ringfence.dsl.rules.MatchStep;
import org.ringfence.dsl.rules.PatternAlternatives;
import org.ringfence.dsl.rules.PatternAtom;
import org.ringfence.dsl.rules.Reference;
import org.ringfence.dsl.rules.RulesPackage;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.PackLimits;
import org.ringfence.rule.Query;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.Vocabulary;
import org.ringfence.subject.Vocabulary.Type;

/** Compiles what a rule looks at. */
final class QueryLowering {
    private static final Places PLACES = Places.OF_FILE;

    /** The places on the way of a value, which every match of a flow has. */
    private static final String STEPS = "@steps";

    private final RuleScope rule;
    private final List<Atom> atoms = new ArrayList<>();
    private final Captures captures;

    /** A pattern of the query, as written and as compiled. */
    private record Atom(PatternAtom written, List<Alternative> compiled) {}

    QueryLowering(RuleScope rule, Captures captures) {
        this.rule = rule;
        this.captures = captures;
    }

    Query lower(MatchClause match) {
        return match.isEach() ? each(match) : pattern(match);
    }

    private Query each(MatchClause match) {
        rule.needs("match-each");
        String name =
                rule.newName(
                        match.getVariable(),
                        captures,
                        PLACES.of(match, RulesPackage.Literals.MATCH_CLAUSE__VARIABLE));
        String collection =
                match.getCollection() instanceof Reference reference
                        ? Places.written(reference, RulesPackage.Literals.REFERENCE__DEFINITION)
                        : "";
        var collections = rule.vocabulary().collections();
        if (!collections.containsKey(collection)) {
            rule.problems()
                    .error(
                            PLACES.of(match.getCollection()),
                            ProblemCode.UNKNOWN_NAME,
                            "`match each` walks a collection of `"
                                    + rule.vocabulary().subject()
                                    + "`"
                                    + (collection.isEmpty()
                                            ? ", named alone"
                                            : ", and `" + collection + "` is none"),
                            Suggestion.of(collection, collections.keySet()));
        }
        captures.bind(name, Type.ELEMENT, collections.getOrDefault(collection, ""));
        rule.bindWhole(name);
        return new Query.Each(name, new Expr.Collection(collection));
    }

    private Query pattern(MatchClause match) {
        rule.needs("match");
        if (match.getSteps().size() > 1) {
            rule.needs("then");
            rule.asks(Vocabulary.Ability.CONTROL_FLOW, PLACES.keyword(match, "then"), "then");
        }
        List<Query.Step> steps = new ArrayList<>();
        for (MatchStep step : match.getSteps()) {
            // a search starts from the first step; the others are looked for where it was found
            List<Alternative> alternatives = alternatives(step.getPattern(), steps.isEmpty(), true);
            steps.add(
                    new Query.Step(
                            alternatives,
                            alias(step.getAlias(), step, RulesPackage.Literals.MATCH_STEP__ALIAS)));
        }
        bindWhole(steps.get(steps.size() - 1).as());
        return new Query.Match(steps);
    }

    Query lower(FlowClause flow) {
        rule.needs("flow");
        if (flow.isPointer()) {
            rule.needs("as-pointer");
        }
        rule.asks(Vocabulary.Ability.DATA_FLOW, PLACES.keyword(flow, "flow"), "flow");
        List<Alternative> to = alternatives(flow.getSink(), true, flow.getArrival() == null);
        String sink =
                alias(flow.getSinkAlias(), flow, RulesPackage.Literals.FLOW_CLAUSE__SINK_ALIAS);
        List<Alternative> from = alternatives(flow.getOrigin(), true, true);
        String origin =
                alias(flow.getOriginAlias(), flow, RulesPackage.Literals.FLOW_CLAUSE__ORIGIN_ALIAS);
        captures.bind(STEPS, Type.LIST, "");
        bindWhole(sink);
        return new Query.FlowPath(
                new Query.Step(from, origin),
                new Query.Step(to, sink),
                arrival(flow, to),
                new Flow.Way(depth(flow), flow.isPointer()));
    }

    /** The capture of the sink that the value arrives in. */
    private String arrival(FlowClause flow, List<Alternative> to) {
        if (flow.getArrival() == null) {
            return "";
        }
        rule.needs("arrival");
        String name = flow.getArrival().substring(1);
        if (!to.stream().allMatch(sink -> captures(sink.pattern()).contains(name))) {
            rule.problems()
                    .error(
                            PLACES.of(flow, RulesPackage.Literals.FLOW_CLAUSE__ARRIVAL),
                            ProblemCode.UNKNOWN_NAME,
                            "a value arrives in a capture of each pattern, and `"
                                    + flow.getArrival()
                                    + "` is not in all of them");
        }
        return name;
    }

    private static Set<String> captures(Pattern pattern) {
        if (pattern instanceof Pattern.Capture capture) {
            return Set.of(capture.name());
        } else if (pattern instanceof Pattern.Rest rest) {
            return Set.of(rest.name());
        }
        Set<String> found = new HashSet<>();
        if (pattern instanceof Pattern.Exact exact) {
            exact.children().forEach(child -> found.addAll(captures(child)));
        }
        return found;
    }

    private int depth(FlowClause flow) {
        if (flow.getDepth() == null) {
            return Flow.Way.DEPTH;
        }
        Place place = PLACES.of(flow, RulesPackage.Literals.FLOW_CLAUSE__DEPTH);
        if (flow.getDepth().matches("\\d{1,4}")) {
            int depth = Integer.parseInt(flow.getDepth());
            if (depth <= PackLimits.MAX_FLOW_DEPTH) {
                return depth;
            }
        }
        rule.problems()
                .error(
                        place,
                        ProblemCode.LITERAL,
                        "a value passes 0 to "
                                + PackLimits.MAX_FLOW_DEPTH
                                + " calls, not "
                                + flow.getDepth());
        return Flow.Way.DEPTH;
    }

    /**
     * @param searched whether a search starts from them
     * @param distinct whether an alternative is of no use if an earlier one matches the same
     */
    private List<Alternative> alternatives(
            PatternAlternatives patterns, boolean searched, boolean distinct) {
        List<Alternative> all = new ArrayList<>();
        PatternLowering lowering = new PatternLowering(rule);
        for (PatternAtom atom : patterns.getAtoms()) {
            List<Alternative> some = lowering.lower(atom);
            if (some.isEmpty()) {
                captures.open();
            }
            checkSelective(atom, some);
            if (distinct) {
                checkNew(atom, some, all);
            }
            if (searched) {
                atoms.add(new Atom(atom, some));
            }
            all.addAll(some);
        }
        captures.bindAll(all);
        return all;
    }

    /** The name that a match is bound to, or an empty one. */
    private String alias(String written, EObject where, EStructuralFeature feature) {
        if (written == null) {
            return "";
        }
        String name = rule.newName(written, captures, PLACES.of(where, feature));
        captures.bind(name, Type.ELEMENT, "");
        return name;
    }

    private void bindWhole(String alias) {
        rule.bindWhole(alias.isEmpty() ? freeName() : alias);
    }

    /** A name for the whole match that no capture of the author has. */
    private String freeName() {
        String name = "MATCH";
        while (captures.get(name).isPresent() || captures.isPartial(name)) {
            name += "_";
        }
        return name;
    }

    /** Warns of what an earlier alternative finds already. */
    private void checkNew(PatternAtom atom, List<Alternative> some, List<Alternative> before) {
        boolean dead =
                !some.isEmpty() && some.stream().allMatch(a -> isCovered(a.pattern(), before));
        if (dead) {
            Place place = PLACES.of(atom);
            rule.problems()
                    .warning(
                            place,
                            ProblemCode.DEAD,
                            "an earlier alternative matches all that this one does");
        }
    }

    private static boolean isCovered(Pattern pattern, List<Alternative> before) {
        return before.stream()
                .filter(earlier -> earlier.where().equals(Condition.ALWAYS))
                .filter(earlier -> earlier.pattern() instanceof Pattern.Exact)
                .anyMatch(earlier -> Subsumption.covers(earlier.pattern(), pattern));
    }

    /** Warns of the patterns that find much, for a rule that is found by no word. */
    void checkIndexed() {
        if (!rule.vocabulary().subject().equals("c")) {
            return;
        }
        for (Atom atom : atoms) {
            if (atom.compiled().stream().anyMatch(a -> signs(a.pattern()) < 2)
                    && Prefilter.words(atom.compiled()).isEmpty()) {
                rule.problems()
                        .warning(
                                PLACES.of(atom.written()),
                                ProblemCode.PATTERN,
                                "no name stands in this pattern, so every file is read for it:"
                                        + " write a function, a field or a macro instead of a"
                                        + " hole");
            }
        }
    }

    /** How many operators and the like are written out, rather than left to holes. */
    private static int signs(Pattern pattern) {
        if (!(pattern instanceof Pattern.Exact exact)) {
            return 0;
        }
        return exact.children().stream().mapToInt(QueryLowering::signs).sum()
                + (exact.label().isEmpty() ? 0 : 1);
    }

    private void checkSelective(PatternAtom atom, List<Alternative> alternatives) {
        if (!alternatives.stream().allMatch(a -> a.pattern() instanceof Pattern.Exact)) {
            rule.problems()
                    .error(
                            PLACES.of(atom),
                            ProblemCode.PATTERN,
                            "this matches everything: write some code around the capture");
        } else if (alternatives.stream().anyMatch(a -> isEverywhere((Pattern.Exact) a.pattern()))) {
            rule.problems()
                    .warning(
                            PLACES.of(atom),
                            ProblemCode.PATTERN,
                            "this finds every `"
                                    + Places.text(atom)
                                    + "` there is: write the code around it");
        }
    }

    /** A number, a text or a name that all code is full of. */
    private static boolean isEverywhere(Pattern.Exact pattern) {
        return pattern.children().isEmpty()
                && !pattern.label().isEmpty()
                && (pattern.label().matches("[^A-Za-z_].*|\\w\\w?")
                        || List.of("NULL", "TRUE", "FALSE", "STATUS_SUCCESS")
                                .contains(pattern.label()));
    }
}
