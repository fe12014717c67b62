package org.ringfence.dsl.formatting2;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.CrossReference;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.ParserRule;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ringfence.dsl.formatting2.Gap.Blank;
import org.ringfence.dsl.rules.Clause;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.Import;
import org.ringfence.dsl.rules.Related;
import org.ringfence.dsl.rules.ReportClause;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesFile;

/** Says what stands between two tokens of a file, comments aside. */
final class Layout {
    private static final int CLAUSE = 4;

    /** Behind the start of a clause or definition, in spaces. */
    private static final int CONTINUATION = 4;

    private static final int CONNECTIVE = 2;

    private static final Set<String> MAY_BEGIN_A_LINE =
            Set.of("|", "then", "when", "with", "to", "satisfies");

    /** By the offset of the token that begins a line. */
    private final Map<Integer, Gap> lines = new HashMap<>();

    /** For each brace that is open: whether what it holds stands on lines of its own. */
    private final Deque<Boolean> braces = new ArrayDeque<>();

    Layout(RulesFile file) {
        file.getImports().forEach(i -> line(i, 0, first(file, i) ? Blank.ALWAYS : keep()));
        Object previous = null;
        for (Element element : file.getElements()) {
            boolean group =
                    previous instanceof Element
                            && !(previous instanceof RuleDef)
                            && !(element instanceof RuleDef);
            line(element, 0, group ? keep() : Blank.ALWAYS);
            previous = element;
            if (element instanceof RuleDef rule) {
                rule(rule);
            }
        }
    }

    private static Blank keep() {
        return Blank.AS_WRITTEN;
    }

    private static boolean first(RulesFile file, Import imported) {
        return file.getImports().get(0) == imported;
    }

    private void rule(RuleDef rule) {
        for (Clause clause : rule.getClauses()) {
            line(clause, CLAUSE, clause == rule.getClauses().get(0) ? Blank.NEVER : keep());
            if (clause instanceof ReportClause report) {
                for (Related related : report.getRelated()) {
                    line(related, CLAUSE, Blank.NEVER);
                }
            }
        }
        NodeModelUtils.findActualNodeFor(rule).getLeafNodes().forEach(leaf -> close(rule, leaf));
    }

    private void close(RuleDef rule, ILeafNode leaf) {
        if (leaf.getText().equals("}") && leaf.getSemanticElement() == rule) {
            lines.put(leaf.getOffset(), Gap.closing(0, CLAUSE));
        }
    }

    private void line(EObject object, int indent, Blank blank) {
        INode node = NodeModelUtils.findActualNodeFor(object);
        lines.put(node.getOffset(), Gap.line(indent, blank));
    }

    // --- between tokens

    /**
     * Has to be asked in the order of the file.
     *
     * @param broken whether the author ended a line here
     */
    Gap between(ILeafNode left, ILeafNode right, boolean broken) {
        String before = left.getText();
        String after = right.getText();
        if (before.equals("{")) {
            braces.push(broken && !after.equals("}"));
        }
        boolean apart = after.equals("}") && braces.pop();
        Gap line = lines.get(right.getOffset());
        if (line != null) {
            return line;
        }
        int base = base(right);
        if (after.equals("}")) {
            return apart ? Gap.closing(base, base + CONTINUATION) : Gap.space(base);
        } else if (isInOneName(left, right) || isTight(before, right)) {
            return Gap.tight(base + CONTINUATION);
        } else if (after.equals("and") || after.equals("or")) {
            return Gap.asWritten(base + CONNECTIVE);
        }
        boolean mayBreak =
                Set.of("{", ",", "=").contains(before) || MAY_BEGIN_A_LINE.contains(after);
        return mayBreak ? Gap.asWritten(base + CONTINUATION) : Gap.space(base + CONTINUATION);
    }

    private static boolean isTight(String before, ILeafNode right) {
        String after = right.getText();
        if (Set.of(",", ")", ".", "[", "]").contains(after)
                || Set.of("(", ".", "[").contains(before)) {
            return true;
        }
        return after.equals("(") && !ruleOf(right).equals("PrimaryCond");
    }

    private static String ruleOf(ILeafNode leaf) {
        AbstractRule rule = GrammarUtil.containingRule(leaf.getGrammarElement());
        return rule == null ? "" : rule.getName();
    }

    /** Where the clause or the definition around a token begins. */
    private static int base(INode leaf) {
        for (EObject at = leaf.getSemanticElement(); at != null; at = at.eContainer()) {
            if (at instanceof Clause) {
                return CLAUSE;
            }
        }
        return 0;
    }

    /** Names such as {@code a::b} and topics are several tokens, with nothing between them. */
    private static boolean isInOneName(ILeafNode left, ILeafNode right) {
        INode at = left.getParent();
        while (isName(at)) {
            if (right.getTotalEndOffset() <= at.getTotalEndOffset()) {
                return true;
            }
            at = at.getParent();
        }
        return false;
    }

    private static boolean isName(INode node) {
        EObject element = node.getGrammarElement();
        EObject called =
                element instanceof CrossReference reference ? reference.getTerminal() : element;
        return called instanceof RuleCall call
                && call.getRule() instanceof ParserRule rule
                && GrammarUtil.isDatatypeRule(rule);
    }
}
