package org.ringfence.dsl.validation;

import java.util.Optional;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.antlr.runtime.TokenStream;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.ringfence.dsl.compile.Fences;
import org.ringfence.dsl.compile.ProblemCode;
import org.ringfence.dsl.compile.Suggestion;

/** Says what was expected in words of the language, not of its parser. */
public final class SyntaxMessages extends SyntaxErrorMessageProvider {
    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
        Said said = said(context);
        return new SyntaxErrorMessage(
                said.words(), ProblemCode.SYNTAX.word(), MistakePlace.toData(said));
    }

    private static Said said(IParserErrorContext context) {
        RecognitionException error = context.getRecognitionException();
        if (error == null) {
            return Said.of("this comment is not closed: `*/` is missing");
        }
        boolean end = error.token == null || error.token.getType() == Token.EOF;
        String complaint = Fences.complaint(lastBlock(context.getCurrentNode()));
        if (!complaint.isEmpty()) {
            return Said.of(end ? complaint : complaint.replace("opens here", "opens before this"));
        }
        if (error.token == null || !(error.input instanceof TokenStream tokens)) {
            return Said.of("expected something else");
        }
        Around around = new Around(tokens, error.token);
        return Mistakes.known(around)
                .or(() -> behindName(around))
                .orElseGet(() -> expected(context, around));
    }

    /** A parser that must see what follows a name stops at the name. */
    private static Optional<Said> behindName(Around around) {
        boolean mayBe = around.isWord(0) && !around.startsLine(0) && !around.startsLine(1);
        return mayBe
                ? Mistakes.known(around.next()).map(said -> said.at(around.place(1)))
                : Optional.empty();
    }

    /** What would have been right. */
    private static Said expected(IParserErrorContext context, Around around) {
        String found = around.text(0);
        String behind = found.isEmpty() ? "the end of the file" : "`" + abbreviated(found) + "`";
        String rule = ruleAt(context.getCurrentNode());
        if (context.getRecognitionException() instanceof MismatchedTokenException mismatch
                && mismatch.expecting >= 0) {
            String expected = context.getTokenNames()[mismatch.expecting];
            int type = context.getRecognitionException().token.getType();
            boolean keyword = !found.isEmpty() && context.getTokenNames()[type].startsWith("'");
            if (expected.equals("RULE_ID") && keyword && Character.isLetter(found.charAt(0))) {
                return Said.of(behind + " is a word of the rules language and no name");
            } else if (expected.equals("'}'") && rule.equals("RuleDef")) {
                return clause(around, behind);
            }
            return expected.endsWith("EOF") || expected.equals("<EOF>")
                    ? definition(around, behind)
                    : Expected.token(expected.replace("'", ""), around, behind);
        }
        if (rule.equals("Clause") || rule.equals("RuleDef")) {
            return clause(around, behind);
        }
        return rule.equals("RulesFile") || rule.equals("Element")
                ? definition(around, behind)
                : Expected.part(rule, around, behind);
    }

    private static Said clause(Around around, String behind) {
        String found = around.text(0);
        if (found.isEmpty() || Words.DEFINITIONS.contains(found)) {
            return Said.of("the rule is not closed: `}` is missing before " + behind);
        }
        if (found.equals("related")) {
            return Said.of("`related` stands behind a `report`");
        }
        return Said.of(
                "expected a clause such as `where`, found " + behind,
                Suggestion.of(found, Words.CLAUSES),
                around.place(0));
    }

    private static Said definition(Around around, String behind) {
        String found = around.text(0);
        if (Words.CLAUSES.contains(found)) {
            return Said.of(behind + " stands in no rule: a `}` before it closes too early");
        }
        return Said.of(
                "expected a definition such as `rule` or `set`, found " + behind,
                Suggestion.of(found, Words.DEFINITIONS),
                around.place(0));
    }

    private static String abbreviated(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= 30 ? line : line.substring(0, 29) + "\u2026";
    }

    /** The last block of code so far, or an empty text. */
    private static String lastBlock(INode node) {
        String last = "";
        if (node != null) {
            for (INode each : node.getRootNode().getAsTreeIterable()) {
                boolean block = each instanceof ILeafNode leaf && leaf.getText().startsWith("```");
                last = block ? each.getText() : last;
            }
        }
        return last;
    }

    /** The name of the grammar rule that was being parsed. */
    private static String ruleAt(INode node) {
        return Optional.ofNullable(node)
                .map(INode::getGrammarElement)
                .map(
                        element ->
                                element instanceof RuleCall call
                                        ? call.getRule()
                                        : element instanceof AbstractRule rule
                                                ? rule
                                                : GrammarUtil.containingRule(element))
                .map(AbstractRule::getName)
                .orElse("");
    }
}
