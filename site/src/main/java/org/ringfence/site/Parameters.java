package org.ringfence.site;

import java.util.List;
import java.util.stream.Stream;
import org.ringfence.rule.Expr;
import org.ringfence.rule.LogicText;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.Template;
import org.ringfence.site.html.RuleView;

/** What a team can set for a rule. */
final class Parameters {
    private static final LogicText TEXT = LogicText.asWritten();

    private Parameters() {}

    /** Returns the parameters of the pack that the conditions and texts of a rule name. */
    static List<RuleView.Parameter> of(Rule rule, RulePack pack) {
        if (pack.parameters().isEmpty()) {
            return List.of();
        }
        // a full name has two colons in it and so occurs in no other expression
        String logic = String.join("\n", logic(rule).toList()) + "\n";
        return pack.parameters().stream()
                .filter(parameter -> names(logic, parameter.name()))
                .map(Parameters::view)
                .toList();
    }

    private static boolean names(String logic, String name) {
        for (int at = logic.indexOf(name); at >= 0; at = logic.indexOf(name, at + 1)) {
            char next = logic.charAt(at + name.length());
            if (!Character.isLetterOrDigit(next) && next != '-' && next != '_') {
                return true;
            }
        }
        return false;
    }

    private static Stream<String> logic(Rule rule) {
        Rule.Conditions conditions = rule.conditions();
        return Stream.of(
                        conditions.lets().stream().map(let -> TEXT.of(let.value())),
                        Stream.concat(conditions.where().stream(), conditions.unless().stream())
                                .map(clause -> TEXT.of(clause.condition())),
                        rule.classification().severities().stream().map(s -> TEXT.of(s.when())),
                        rule.fixes().stream().map(fix -> TEXT.of(fix.when())),
                        rule.wording().message().parts().stream()
                                .filter(Template.Hole.class::isInstance)
                                .map(part -> TEXT.of(((Template.Hole) part).expr())))
                .flatMap(texts -> texts);
    }

    private static RuleView.Parameter view(RulePack.Parameter parameter) {
        int pack = parameter.name().lastIndexOf("::");
        String name = pack < 0 ? parameter.name() : parameter.name().substring(pack + 2);
        return new RuleView.Parameter(name, parameter.about(), value(parameter.value()));
    }

    private static String value(Expr expr) {
        if (expr instanceof Expr.Set set) {
            return String.join(",", set.items().stream().map(Parameters::value).toList());
        }
        return expr instanceof Expr.Text text ? text.text() : TEXT.of(expr);
    }
}
