package org.ringfence.dsl.compile;

import com.google.inject.Inject;
import java.io.StringReader;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.ringfence.dsl.rules.Expression;
import org.ringfence.dsl.services.RulesGrammarAccess;

/** Parses the expression in a hole of a message, with the grammar of the file itself. */
final class HoleParser {
    private final IParser parser;
    private final RulesGrammarAccess grammar;

    @Inject
    HoleParser(IParser parser, RulesGrammarAccess grammar) {
        this.parser = parser;
        this.grammar = grammar;
    }

    /** The expression; empty after reporting why it is none. */
    Optional<Expression> parse(String text, Places places, Problems problems) {
        IParseResult result = parser.parse(grammar.getExpressionRule(), new StringReader(text));
        for (INode error : result.getSyntaxErrors()) {
            problems.error(
                    places.place(error),
                    ProblemCode.SYNTAX,
                    error.getSyntaxErrorMessage()
                            .getMessage()
                            .replace("the end of the file", "the end of the hole"));
        }
        return !result.hasSyntaxErrors() && result.getRootASTElement() instanceof Expression e
                ? Optional.of(e)
                : Optional.empty();
    }
}
