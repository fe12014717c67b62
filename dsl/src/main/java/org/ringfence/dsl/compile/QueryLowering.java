package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;
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
import org.ringfence.rule.Expr;
import org.ringfence.rule.Query;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.Vocabulary;
import org.ringfence.subject.Vocabulary.Type;

/** Compiles what a rule looks at. */
final class QueryLowering {
    private static final Places PLACES = Places.OF_FILE;

    /** How many calls a value may pass where the rule does not say. */
    private static final int FLOW_DEPTH = 2;

    private final RuleScope rule;
    private final Captures captures;

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
            List<Alternative> alternatives = alternatives(step.getPattern());
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
        rule.asks(Vocabulary.Ability.DATA_FLOW, PLACES.keyword(flow, "flow"), "flow");
        List<Alternative> to = alternatives(flow.getSink());
        String sink =
                alias(flow.getSinkAlias(), flow, RulesPackage.Literals.FLOW_CLAUSE__SINK_ALIAS);
        List<Alternative> from = alternatives(flow.getOrigin());
        String origin =
                alias(flow.getOriginAlias(), flow, RulesPackage.Literals.FLOW_CLAUSE__ORIGIN_ALIAS);
        bindWhole(sink);
        return new Query.FlowPath(
                new Query.Step(from, origin), new Query.Step(to, sink), depth(flow));
    }

    private int depth(FlowClause flow) {
        if (flow.getDepth() == null) {
            return FLOW_DEPTH;
        }
        Place place = PLACES.of(flow, RulesPackage.Literals.FLOW_CLAUSE__DEPTH);
        if (!flow.getDepth().matches("\\d|10")) {
            rule.problems()
                    .error(
                            place,
                            ProblemCode.LITERAL,
                            "a value passes 0 to 10 calls, not " + flow.getDepth());
            return FLOW_DEPTH;
        }
        return Integer.parseInt(flow.getDepth());
    }

    private List<Alternative> alternatives(PatternAlternatives patterns) {
        List<Alternative> all = new ArrayList<>();
        PatternLowering lowering = new PatternLowering(rule);
        for (PatternAtom atom : patterns.getAtoms()) {
            List<Alternative> some = lowering.lower(atom);
            if (some.isEmpty()) {
                captures.open();
            }
            checkSelective(atom, some);
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

    private void checkSelective(PatternAtom atom, List<Alternative> alternatives) {
        if (!alternatives.stream().allMatch(a -> a.pattern() instanceof Pattern.Exact)) {
            rule.problems()
                    .error(
                            PLACES.of(atom),
                            ProblemCode.PATTERN,
                            "this matches everything: write some code around the capture");
        }
    }
}
