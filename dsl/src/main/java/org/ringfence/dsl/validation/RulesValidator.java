package org.ringfence.dsl.validation;

import com.google.inject.Inject;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.util.Exceptions;
import org.eclipse.xtext.validation.Check;
import org.ringfence.dsl.compile.DefinitionChecks;
import org.ringfence.dsl.compile.Problem;
import org.ringfence.dsl.compile.RuleLowering;
import org.ringfence.dsl.compile.Workspace;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesFile;

/** Shows the problems that compiling finds at their places. */
public final class RulesValidator extends AbstractRulesValidator {
    @Inject private RuleLowering lowering;

    @Check
    void rule(RuleDef rule) {
        if (isParsed(rule)) {
            lowering.lower(rule, Workspace.of(rule)).problems().forEach(p -> show(p, rule));
        }
    }

    @Check
    void definition(Element element) {
        if (isParsed(element)) {
            DefinitionChecks.of(element).forEach(p -> show(p, element));
        }
    }

    @Check
    void file(RulesFile file) {
        FileChecks.of(file).forEach(p -> show(p, file));
    }

    /** A definition with a syntax error is told only that: the rest would be guesses. */
    private static boolean isParsed(EObject object) {
        for (INode node : NodeModelUtils.findActualNodeFor(object).getAsTreeIterable()) {
            if (node.getSyntaxErrorMessage() != null) {
                return false;
            }
        }
        return true;
    }

    private void show(Problem problem, EObject object) {
        int offset = problem.place().offset();
        int length = problem.place().length();
        String code = problem.code().word();
        if (problem.error()) {
            getMessageAcceptor().acceptError(problem.message(), object, offset, length, code);
        } else {
            getMessageAcceptor().acceptWarning(problem.message(), object, offset, length, code);
        }
    }

    /** By default a null pointer here would be no problem at all. */
    @Override
    protected void handleExceptionDuringValidation(Throwable failure) {
        Exceptions.throwUncheckedException(failure);
    }
}
