package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.ringfence.dsl.rules.Expression;
import org.ringfence.dsl.rules.FixClause;
import org.ringfence.dsl.rules.HintClause;
import org.ringfence.dsl.rules.LimitsClause;
import org.ringfence.dsl.rules.Related;
import org.ringfence.dsl.rules.ReportClause;
import org.ringfence.dsl.rules.RulesPackage.Literals;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Template;
import org.ringfence.subject.Vocabulary.Type;

/** Compiles what a finding says and offers. */
final class WordingLowering {
    private static final Places PLACES = Places.OF_FILE;

    private final RuleScope rule;
    private final ClauseList clauses;
    private final Captures captures;

    WordingLowering(RuleScope rule, ClauseList clauses, Captures captures) {
        this.rule = rule;
        this.clauses = clauses;
        this.captures = captures;
    }

    Rule.Wording lower() {
        Optional<ReportClause> report =
                clauses.exactlyOne(ReportClause.class, "report", "write what a finding says");
        String at =
                report.filter(r -> r.getAt() != null)
                        .map(r -> place(r, Literals.REPORT_CLAUSE__AT, r.getAt()))
                        .orElse("");
        Template message =
                report.map(r -> message(r, Literals.REPORT_CLAUSE__MESSAGE, r.getMessage()))
                        .orElse(new Template(List.of()));
        List<Rule.Related> related = new ArrayList<>();
        for (Related r : report.map(ReportClause::getRelated).map(List::copyOf).orElse(List.of())) {
            related.add(
                    new Rule.Related(
                            place(r, Literals.RELATED__AT, r.getAt()),
                            message(r, Literals.RELATED__MESSAGE, r.getMessage())));
        }
        return new Rule.Wording(at, message, related, hint(), limits());
    }

    private String hint() {
        return clauses.atMostOne(HintClause.class, "hint")
                .map(c -> text(c, Literals.HINT_CLAUSE__TEXT, c.getText()))
                .orElse("");
    }

    private String limits() {
        return clauses.atMostOne(LimitsClause.class, "limits")
                .map(c -> text(c, Literals.LIMITS_CLAUSE__TEXT, c.getText()))
                .orElse("");
    }

    private String text(EObject clause, EStructuralFeature feature, String raw) {
        return rule.literals().string(raw, PLACES.of(clause, feature).offset()).text();
    }

    private Template message(EObject clause, EStructuralFeature feature, String raw) {
        return TemplateLowering.message(rule, captures, raw, PLACES.of(clause, feature).offset());
    }

    /** A capture that findings point to. */
    private String place(EObject clause, EStructuralFeature feature, String written) {
        Place place = PLACES.of(clause, feature);
        Captures.Bound bound = rule.capture(written, captures, place);
        boolean somewhere =
                bound.type() == Type.ELEMENT
                        || bound.type() == Type.LIST
                        || bound.type() == Type.ANY;
        if (!somewhere) {
            rule.problems()
                    .error(
                            place,
                            ProblemCode.TYPE,
                            "`"
                                    + written
                                    + "` is "
                                    + Typed.words(bound.type())
                                    + ", which stands nowhere in the source");
        }
        return written.substring(1);
    }

    // --- fixes

    List<Rule.Fix> fixes() {
        return clauses.all(FixClause.class).stream().map(this::fix).toList();
    }

    private Rule.Fix fix(FixClause clause) {
        rule.needs("fix-" + clause.getOp());
        Rule.Change change =
                switch (clause.getOp()) {
                    case "replace" -> replace(clause);
                    case "insert" ->
                            new Rule.Change.Insert(clause.isBefore(), target(clause), code(clause));
                    case "set" -> set(clause);
                    case "add" -> add(clause);
                    default -> throw new IllegalStateException(clause.getOp());
                };
        Condition when =
                clause.getCond() == null
                        ? Condition.ALWAYS
                        : new ConditionLowering(rule).lower(clause.getCond(), captures.copy());
        return new Rule.Fix(safety(clause), change, when);
    }

    private Rule.Change replace(FixClause clause) {
        String target = target(clause);
        Template code = code(clause);
        Template same = new Template(List.of(new Template.Hole(new Expr.Capture(target))));
        if (code.equals(same) && !rule.problems().failed()) {
            rule.problems()
                    .error(
                            PLACES.of(clause, Literals.FIX_CLAUSE__CODE),
                            ProblemCode.DEAD,
                            "this fix puts in what is there already");
        }
        return new Rule.Change.Replace(target, code);
    }

    private String target(FixClause clause) {
        return clause.getTarget() == null
                ? ""
                : place(clause, Literals.FIX_CLAUSE__TARGET, clause.getTarget());
    }

    private Template code(FixClause clause) {
        int start = PLACES.of(clause, Literals.FIX_CLAUSE__CODE).offset();
        return TemplateLowering.replacement(rule, captures, clause.getCode(), start);
    }

    private Rule.Change set(FixClause clause) {
        Template value = new Template(List.of(part(expression(clause.getValue()).expr())));
        if (!(expression(clause.getPath()).expr() instanceof Expr.Attribute attribute)) {
            rule.problems()
                    .error(
                            PLACES.of(clause.getPath()),
                            ProblemCode.TYPE,
                            "`set` wants an attribute, such as `$X.value`");
            return new Rule.Change.Set(new Expr.Text(""), "", value);
        }
        if (!isSettable(attribute.name())) {
            rule.problems()
                    .error(
                            PLACES.of(clause.getPath()),
                            ProblemCode.TYPE,
                            "`"
                                    + attribute.name()
                                    + "` of `"
                                    + rule.vocabulary().subject()
                                    + "` cannot be set");
        }
        return new Rule.Change.Set(attribute.target(), attribute.name(), value);
    }

    private boolean isSettable(String attribute) {
        return rule.vocabulary().kinds().values().stream()
                .map(kind -> kind.attributes().get(attribute))
                .anyMatch(declared -> declared != null && declared.settable());
    }

    private static Template.Part part(Expr expr) {
        if (expr instanceof Expr.Text text) {
            return new Template.Plain(text.text());
        }
        return expr instanceof Expr.Number number
                ? new Template.Plain(number.written())
                : new Template.Hole(expr);
    }

    private Rule.Change add(FixClause clause) {
        Typed to = expression(clause.getPath());
        boolean grows =
                rule.vocabulary().kinds().entrySet().stream()
                        .filter(kind -> to.kind().isEmpty() || to.kind().equals(kind.getKey()))
                        .anyMatch(kind -> kind.getValue().growing());
        if (!grows || !to.is(Type.ELEMENT)) {
            rule.problems()
                    .error(
                            PLACES.of(clause.getPath()),
                            ProblemCode.TYPE,
                            "nothing can be added to this: it is "
                                    + (to.kind().isEmpty()
                                            ? Typed.words(to.type())
                                            : "a `" + to.kind() + "`"));
        }
        return new Rule.Change.Add(to.expr(), code(clause));
    }

    private Typed expression(Expression expression) {
        return new ExpressionLowering(rule, captures, PLACES).lower(expression);
    }

    private Rule.Safety safety(FixClause clause) {
        for (Rule.Safety safety : Rule.Safety.values()) {
            if (safety.name().toLowerCase(Locale.ROOT).equals(clause.getSafety())) {
                return safety;
            }
        }
        rule.problems()
                .error(
                        PLACES.of(clause, Literals.FIX_CLAUSE__SAFETY),
                        ProblemCode.UNKNOWN_WORD,
                        "a fix is `safe` or for `review`, not `" + clause.getSafety() + "`");
        return Rule.Safety.REVIEW;
    }
}
