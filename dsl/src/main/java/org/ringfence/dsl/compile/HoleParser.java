package org.ringfence.dsl.compile;

import com.google.inject.Inject;
import java.io.StringReader;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.resource.IEObjectDescription;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.ringfence.dsl.rules.Expression;
import org.ringfence.dsl.rules.Reference;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesPackage;
import org.ringfence.dsl.rules.ValueDef;
import org.ringfence.dsl.services.RulesGrammarAccess;

/**
 * Parses the expression in a hole of a message or of code, with the grammar of the file itself, and
 * finds what its names refer to.
 */
final class HoleParser {
    private final IParser parser;
    private final RulesGrammarAccess grammar;
    private final IScopeProvider scopes;
    private final IQualifiedNameConverter names;

    @Inject
    HoleParser(
            IParser parser,
            RulesGrammarAccess grammar,
            IScopeProvider scopes,
            IQualifiedNameConverter names) {
        this.parser = parser;
        this.grammar = grammar;
        this.scopes = scopes;
        this.names = names;
    }

    /**
     * The expression; empty after reporting why it is none.
     *
     * @param around the rule that the hole is in
     */
    Optional<Expression> parse(String text, RuleDef around, Places places, Problems problems) {
        IParseResult result = parser.parse(grammar.getExpressionRule(), new StringReader(text));
        for (INode error : result.getSyntaxErrors()) {
            problems.error(
                    places.place(error),
                    ProblemCode.SYNTAX,
                    error.getSyntaxErrorMessage()
                            .getMessage()
                            .replace("the end of the file", "the end of the hole"));
        }
        if (result.hasSyntaxErrors()
                || !(result.getRootASTElement() instanceof Expression expression)) {
            return Optional.empty();
        }
        link(expression, around);
        expression.eAllContents().forEachRemaining(part -> link(part, around));
        return Optional.of(expression);
    }

    private void link(EObject part, RuleDef around) {
        if (part instanceof Reference reference) {
            EReference feature = RulesPackage.Literals.REFERENCE__DEFINITION;
            QualifiedName name = names.toQualifiedName(Places.written(reference, feature));
            IEObjectDescription found = scopes.getScope(around, feature).getSingleElement(name);
            if (found != null) {
                EObject target = EcoreUtil.resolve(found.getEObjectOrProxy(), around);
                reference.setDefinition((ValueDef) target);
            }
        }
    }
}
