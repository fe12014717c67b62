package org.ringfence.dsl;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.Alternatives;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.CompoundElement;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.ringfence.dsl.services.RulesGrammarAccess;

/**
 * The syntax of the rules language in EBNF, taken from the grammar that the compiler is made of, so
 * that a manual cannot differ from it.
 */
public final class Syntax {
    /** Rules that list words or stand for one token: their names say what they are. */
    private static final Set<String> PLAIN =
            Set.of("Word", "ReferenceName", "FunctionName", "QNameWild");

    private Syntax() {}

    /** Every production that people read, in the order of the grammar: name to right side. */
    public static Map<String, String> productions() {
        Grammar grammar =
                RulesStandaloneSetup.injector().getInstance(RulesGrammarAccess.class).getGrammar();
        Map<String, String> productions = new LinkedHashMap<>();
        for (AbstractRule rule : grammar.getRules()) {
            if (rule instanceof ParserRule && !PLAIN.contains(rule.getName())) {
                productions.put(name(rule), text(rule.getAlternatives(), false));
            }
        }
        return Collections.unmodifiableMap(productions);
    }

    /** {@code TitleClause} is {@code title-clause}; tokens keep their capitals. */
    private static String name(AbstractRule rule) {
        return rule instanceof ParserRule
                ? rule.getName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
                : rule.getName();
    }

    /**
     * @param inner whether alternatives need parentheses around them
     */
    private static String text(AbstractElement element, boolean inner) {
        boolean repeated = element.getCardinality() != null;
        String text = plain(element, inner || repeated);
        if (!repeated) {
            return text;
        }
        boolean atom = text.startsWith("(") || !text.contains(" ");
        return (atom ? text : "(" + text + ")") + element.getCardinality();
    }

    private static String plain(AbstractElement element, boolean inner) {
        if (element instanceof Keyword keyword) {
            return "'" + keyword.getValue() + "'";
        } else if (element instanceof RuleCall call) {
            return name(call.getRule());
        } else if (element instanceof Assignment assignment) {
            return text(assignment.getTerminal(), true);
        } else if (element instanceof CrossReference reference) {
            return text(reference.getTerminal(), true);
        } else if (element instanceof CompoundElement compound) {
            boolean choice = compound instanceof Alternatives;
            List<String> parts = new ArrayList<>();
            for (AbstractElement part : compound.getElements()) {
                shown(part).map(p -> text(p, !choice)).ifPresent(parts::add);
            }
            String joined = parts.stream().collect(Collectors.joining(choice ? " | " : " "));
            return choice && inner && parts.size() > 1 ? "(" + joined + ")" : joined;
        }
        return "";
    }

    /** Actions make objects and are no syntax. */
    private static Optional<AbstractElement> shown(AbstractElement element) {
        return element instanceof org.eclipse.xtext.Action
                ? Optional.empty()
                : Optional.of(element);
    }
}
