package org.ringfence.dsl.compile;

import com.google.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.dsl.rules.Cond;
import org.ringfence.dsl.rules.FlowClause;
import org.ringfence.dsl.rules.LetClause;
import org.ringfence.dsl.rules.MatchClause;
import org.ringfence.dsl.rules.RoleDef;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesPackage.Literals;
import org.ringfence.dsl.rules.TitleClause;
import org.ringfence.dsl.rules.UnlessClause;
import org.ringfence.dsl.rules.WhereClause;
import org.ringfence.dsl.rules.WithinClause;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary.Type;

/**
 * Compiles a rule. Checking and compiling are one pass: whatever keeps a rule from being compiled
 * is a problem with a place, and a rule without an error is compiled.
 */
public final class RuleLowering {
    private static final Places PLACES = Places.OF_FILE;

    /** What messages call the reason why `unless` does not excuse a match. */
    private static final String WHY = "@why";

    private final HoleParser holes;

    @Inject
    RuleLowering(HoleParser holes) {
        this.holes = holes;
    }

    /**
     * What came of a rule.
     *
     * @param rule empty where there is an error
     */
    public record Lowered(Optional<Rule> rule, List<Problem> problems) {
        public Lowered {
            problems = List.copyOf(problems);
        }
    }

    /** Compiles a rule that has no syntax error. */
    public Lowered lower(RuleDef definition, Workspace workspace) {
        Problems problems = new Problems();
        Optional<SubjectReader> reader = workspace.reader(definition.getSubject());
        if (reader.isEmpty()) {
            problems.error(
                    PLACES.of(definition, Literals.RULE_DEF__SUBJECT),
                    ProblemCode.UNKNOWN_NAME,
                    "nothing reads the subject `" + definition.getSubject() + "`",
                    Suggestion.of(definition.getSubject(), workspace.subjects()));
            return new Lowered(Optional.empty(), problems.found());
        }
        RuleScope scope = new RuleScope(workspace, reader.get(), holes, definition, problems);
        Optional<Rule> rule = rule(definition, scope);
        return new Lowered(problems.failed() ? Optional.empty() : rule, problems.found());
    }

    private static Optional<Rule> rule(RuleDef definition, RuleScope scope) {
        ClauseList clauses = new ClauseList(definition, scope.problems());
        Optional<String> title =
                clauses.exactlyOne(TitleClause.class, "title", "write what is wrong in a few words")
                        .map(c -> title(c, scope));
        Captures captures = new Captures();
        QueryLowering lowering = new QueryLowering(scope, captures);
        Optional<Query> query = query(clauses, scope, lowering, captures);
        Rule.Conditions conditions = conditions(clauses, scope, captures);
        String subject = definition.getSubject();
        List<List<String>> required =
                query.map(q -> Prefilter.required(subject, q, conditions.where()))
                        .orElse(List.of());
        if (required.isEmpty()) {
            lowering.checkIndexed();
        }
        Rule.Classification classification =
                new ClassificationLowering(scope, clauses, captures).lower();
        WordingLowering wording = new WordingLowering(scope, clauses, captures);
        Rule.Wording words = wording.lower();
        List<Rule.Fix> fixes = wording.fixes();
        List<Rule.Example> examples = new ExampleLowering(scope, clauses).lower();
        new RuleShape(definition, scope).check();
        if (!scope.problems().failed()) {
            new DeadConditions(scope, clauses).check();
        }
        return query.map(
                q ->
                        new Rule(
                                definition.getName(),
                                title.orElse(""),
                                definition.getSubject(),
                                classification,
                                scope.named(q),
                                conditions,
                                words,
                                fixes,
                                examples,
                                required,
                                scope.features(),
                                scope.workspace().origin(definition, PLACES.of(definition))));
    }

    private static String title(TitleClause clause, RuleScope scope) {
        Place place = PLACES.of(clause, Literals.TITLE_CLAUSE__TEXT);
        String title = scope.literals().string(clause.getText(), place.offset()).text();
        if (title.isBlank() || title.endsWith(".")) {
            scope.problems()
                    .error(
                            place,
                            ProblemCode.LITERAL,
                            title.isBlank()
                                    ? "this title is empty"
                                    : "a title has no full stop at its end");
        }
        return title;
    }

    private static Optional<Query> query(
            ClauseList clauses, RuleScope scope, QueryLowering lowering, Captures captures) {
        Optional<FlowClause> flow = clauses.atMostOne(FlowClause.class, "flow");
        Optional<MatchClause> match =
                flow.isPresent()
                        ? clauses.atMostOne(MatchClause.class, "match")
                        : clauses.exactlyOne(MatchClause.class, "match", "write what it looks at");
        if (flow.isPresent() && match.isPresent()) {
            scope.problems()
                    .error(
                            PLACES.keyword(match.get(), "match"),
                            ProblemCode.DUPLICATE,
                            "a rule looks at a `match` or at a `flow`, not at both");
        }
        if (flow.isEmpty() && match.isEmpty()) {
            captures.open();
        }
        return flow.map(lowering::lower).or(() -> match.map(lowering::lower));
    }

    private static List<Rule.Role> within(ClauseList clauses, RuleScope scope) {
        List<Rule.Role> roles = new ArrayList<>();
        for (WithinClause clause : clauses.all(WithinClause.class)) {
            scope.needs("within");
            if (!scope.vocabulary().implicits().containsKey("function")) {
                scope.problems()
                        .error(
                                PLACES.keyword(clause, "within"),
                                ProblemCode.TYPE,
                                "`within` asks for functions, and `"
                                        + scope.vocabulary().subject()
                                        + "` has none");
            }
            for (int i = 0; i < clause.getRoles().size(); i++) {
                RoleDef role = clause.getRoles().get(i);
                if (role.eIsProxy()) {
                    scope.problems().reportedElsewhere();
                } else {
                    Place place = PLACES.of(clause, Literals.WITHIN_CLAUSE__ROLES, i);
                    roles.add(
                            new Rule.Role(
                                    role.getName(),
                                    role.getFunction().substring(1),
                                    new PatternLowering(scope).lower(role, place)));
                }
            }
        }
        return roles;
    }

    private static Rule.Conditions conditions(
            ClauseList clauses, RuleScope scope, Captures captures) {
        List<Rule.Let> lets = new ArrayList<>();
        for (LetClause clause : clauses.all(LetClause.class)) {
            scope.needs("let");
            Typed value = new ExpressionLowering(scope, captures, PLACES).lower(clause.getValue());
            String name =
                    scope.newName(
                            clause.getVariable(),
                            captures,
                            PLACES.of(clause, Literals.LET_CLAUSE__VARIABLE));
            captures.bind(name, value.type(), value.kind());
            lets.add(new Rule.Let(name, value.expr()));
        }
        List<Rule.Clause> where = new ArrayList<>();
        for (WhereClause clause : clauses.all(WhereClause.class)) {
            where.add(clause(clause.getCond(), scope, captures));
        }
        List<Rule.Clause> unless = new ArrayList<>();
        for (UnlessClause clause : clauses.all(UnlessClause.class)) {
            unless.add(clause(clause.getCond(), scope, captures.copy()));
        }
        if (!unless.isEmpty()) {
            captures.bind(WHY, Type.TEXT, "");
        }
        return new Rule.Conditions(within(clauses, scope), lets, where, unless);
    }

    private static Rule.Clause clause(Cond cond, RuleScope scope, Captures captures) {
        return new Rule.Clause(
                new ConditionLowering(scope).lower(cond, captures),
                scope.workspace().origin(cond, PLACES.of(cond)));
    }
}
