package org.ringfence.dsl.validation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.runtime.MismatchedTokenException;
import org.antlr.runtime.RecognitionException;
import org.antlr.runtime.Token;
import org.eclipse.xtext.AbstractRule;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.RuleCall;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.SyntaxErrorMessage;
import org.eclipse.xtext.parser.antlr.SyntaxErrorMessageProvider;
import org.ringfence.dsl.compile.Fences;
import org.ringfence.dsl.compile.ProblemCode;
import org.ringfence.dsl.compile.Replacement;
import org.ringfence.dsl.compile.Suggestion;

/** Says what was expected in words of the language, not of its parser. */
public final class SyntaxMessages extends SyntaxErrorMessageProvider {
    private static final Suggestion NOTHING = new Suggestion("", "");
    private static final List<String> DEFINITIONS =
            List.of("rule", "set", "pattern", "source", "guard", "role", "map");
    private static final List<String> CLAUSES =
            List.of(
                    "title",
                    "severity",
                    "confidence",
                    "topic",
                    "cwe",
                    "status",
                    "within",
                    "let",
                    "match",
                    "flow",
                    "where",
                    "unless",
                    "report",
                    "related",
                    "hint",
                    "limits",
                    "fix",
                    "todo",
                    "bad",
                    "good");
    private static final Map<String, String> TOKENS =
            Map.of(
                    "RULE_STRING", "a text in double quotes",
                    "RULE_METAVAR", "a capture such as `$X`",
                    "RULE_ID", "a name",
                    "RULE_INT", "a number",
                    "RULE_LINE", "code in backticks",
                    "RULE_BLOCK", "code in backticks");

    /** What the rules of the grammar stand for; one that is missing speaks for its caller. */
    private static final Map<String, String> PARTS =
            Map.ofEntries(
                    Map.entry("Cond", "a condition"),
                    Map.entry("Conjunction", "a condition"),
                    Map.entry("Negation", "a condition"),
                    Map.entry("PrimaryCond", "a condition"),
                    Map.entry("Expression", "a value such as `$X`"),
                    Map.entry("Head", "a value such as `$X`"),
                    Map.entry("PatternAlternatives", "a pattern in backticks"),
                    Map.entry("PatternAtom", "a pattern in backticks"),
                    Map.entry("Code", "code in backticks"),
                    Map.entry("Atom", "a name, a number or a text"),
                    Map.entry("LiteralText", "a number or a text"),
                    Map.entry("Word", "a name"),
                    Map.entry("TopicId", "the id of a topic"),
                    Map.entry("TopicClause", "the id of a topic"),
                    Map.entry("FixClause", "`replace`"),
                    Map.entry("TestClause", "`bad` or `good`"),
                    Map.entry(
                            "MatchClause", "a pattern in backticks, or `each $X in` a collection"),
                    Map.entry("QName", "a name"),
                    Map.entry("QNameWild", "a name"));

    @Override
    public SyntaxErrorMessage getSyntaxErrorMessage(IParserErrorContext context) {
        Said said = said(context);
        return new SyntaxErrorMessage(
                said.words() + said.meant().words(),
                ProblemCode.SYNTAX.word(),
                Replacement.toData(said.meant().cures(Replacement.OF_PROBLEM)));
    }

    private record Said(String words, Suggestion meant) {
        Said(String words) {
            this(words, NOTHING);
        }
    }

    private static Said said(IParserErrorContext context) {
        RecognitionException error = context.getRecognitionException();
        if (error == null) {
            return new Said("this comment is not closed: `*/` is missing");
        }
        Token token = error.token;
        boolean end = token == null || token.getType() == Token.EOF;
        String found = end ? "" : token.getText();
        String behind = end ? "the end of the file" : "`" + abbreviated(found) + "`";
        String complaint = Fences.complaint(lastBlock(context.getCurrentNode()));
        if (!complaint.isEmpty()) {
            return new Said(end ? complaint : complaint.replace("opens here", "opens before this"));
        }
        String rule = ruleAt(context.getCurrentNode());
        if (error instanceof MismatchedTokenException mismatch && mismatch.expecting >= 0) {
            String expected = context.getTokenNames()[mismatch.expecting];
            boolean keyword = !end && context.getTokenNames()[token.getType()].startsWith("'");
            if (expected.equals("RULE_ID") && keyword && Character.isLetter(found.charAt(0))) {
                return new Said(behind + " is a word of the rules language and no name");
            }
            return mismatch(expected, rule, found, behind);
        }
        if (rule.equals("Clause") || rule.equals("RuleDef")) {
            return clause(found, behind);
        }
        if (rule.equals("RulesFile") || rule.equals("Element")) {
            return definition(found, behind);
        }
        String part = PARTS.getOrDefault(rule, "something else");
        return new Said("expected " + part + ", found " + behind);
    }

    private static Said mismatch(String expected, String rule, String found, String behind) {
        if (expected.equals("'}'") && rule.equals("RuleDef")) {
            return clause(found, behind);
        }
        if (expected.equals("EOF") || expected.equals("<EOF>")) {
            return definition(found, behind);
        }
        String keyword = expected.replace("'", "");
        String words = TOKENS.getOrDefault(expected, "`" + keyword + "`");
        return new Said(
                "expected " + words + ", found " + behind,
                keyword.length() > 1 ? suggestion(found, List.of(keyword)) : NOTHING);
    }

    private static Said clause(String found, String behind) {
        if (found.isEmpty() || DEFINITIONS.contains(found)) {
            return new Said("the rule is not closed: `}` is missing before " + behind);
        }
        if (found.equals("related")) {
            return new Said("`related` stands behind a `report`");
        }
        return new Said(
                "expected a clause such as `where`, found " + behind, suggestion(found, CLAUSES));
    }

    private static Said definition(String found, String behind) {
        if (CLAUSES.contains(found)) {
            return new Said(behind + " stands in no rule: a `}` before it closes too early");
        }
        return new Said(
                "expected a definition such as `rule` or `set`, found " + behind,
                suggestion(found, DEFINITIONS));
    }

    private static Suggestion suggestion(String found, List<String> candidates) {
        return candidates.contains(found) ? NOTHING : Suggestion.of(found, candidates);
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
