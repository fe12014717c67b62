package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.dsl.rules.MatchClause;
import org.ringfence.dsl.rules.MatchStep;
import org.ringfence.dsl.rules.PatternAtom;
import org.ringfence.dsl.rules.Reference;
import org.ringfence.dsl.rules.RulesPackage;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Query;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.Vocabulary.Type;

/** Compiles what a rule looks at. */
final class QueryLowering {
    private static final Places PLACES = Places.OF_FILE;

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
                        ? Places.written(reference, RulesPackage.Literals.REFERENCE__SET)
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
                                            : ", and `" + collection + "` is none")
                                    + Suggestion.of(collection, collections.keySet()));
        }
        captures.bind(name, Type.ELEMENT, collections.getOrDefault(collection, ""));
        rule.bindWhole(name);
        return new Query.Each(name, new Expr.Collection(collection));
    }

    private Query pattern(MatchClause match) {
        rule.needs("match");
        if (match.getSteps().size() > 1) {
            rule.problems().unsupported(PLACES.keyword(match, "then"), "then");
        }
        MatchStep step = match.getSteps().get(0);
        List<Pattern> patterns = new ArrayList<>();
        PatternLowering lowering = new PatternLowering(rule);
        for (PatternAtom atom : step.getPattern().getAtoms()) {
            List<Pattern> alternatives = lowering.lower(atom);
            if (alternatives.isEmpty() || match.getSteps().size() > 1) {
                captures.open();
            }
            checkSelective(atom, alternatives);
            patterns.addAll(alternatives);
        }
        captures.bindAll(patterns);
        boolean named = step.getAlias() != null;
        if (named) {
            String name =
                    rule.newName(
                            step.getAlias(),
                            captures,
                            PLACES.of(step, RulesPackage.Literals.MATCH_STEP__ALIAS));
            captures.bind(name, Type.ELEMENT, "");
            rule.bindWhole(name);
        } else {
            rule.bindWhole(freeName());
        }
        return new Query.Match(patterns, named ? step.getAlias().substring(1) : "");
    }

    /** A name for the whole match that no capture of the author has. */
    private String freeName() {
        String name = "MATCH";
        while (captures.get(name).isPresent() || captures.isPartial(name)) {
            name += "_";
        }
        return name;
    }

    private void checkSelective(PatternAtom atom, List<Pattern> alternatives) {
        if (!alternatives.stream().allMatch(Pattern.Exact.class::isInstance)) {
            rule.problems()
                    .error(
                            PLACES.of(atom),
                            ProblemCode.PATTERN,
                            "this matches everything: write some code around the capture");
        }
    }
}
