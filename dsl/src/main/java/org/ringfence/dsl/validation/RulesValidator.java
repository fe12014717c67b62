package org.ringfence.dsl.validation;

import com.google.inject.Inject;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.validation.Check;
import org.ringfence.dsl.compile.DefinitionChecks;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Places;
import org.ringfence.dsl.compile.Problem;
import org.ringfence.dsl.compile.ProblemCode;
import org.ringfence.dsl.compile.Replacement;
import org.ringfence.dsl.compile.RuleLowering;
import org.ringfence.dsl.compile.Workspace;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesFile;

/**
 * Shows the problems that compiling finds at their places. A definition with a syntax error is told
 * only that: the rest would be guesses.
 */
public final class RulesValidator extends AbstractRulesValidator {
    @Inject private RuleLowering lowering;

    @Check
    void rule(RuleDef rule) {
        if (Places.isWhole(rule)) {
            lowering.lower(rule, Workspace.of(rule)).problems().forEach(p -> show(p, rule));
        }
    }

    @Check
    void definition(Element element) {
        if (Places.isWhole(element)) {
            DefinitionChecks.of(element).forEach(p -> show(p, element));
        }
    }

    @Check
    void file(RulesFile file) {
        FileChecks.of(file).forEach(p -> show(p, file));
    }

    private void show(Problem problem, EObject object) {
        int offset = problem.place().offset();
        int length = problem.place().length();
        String code = problem.code().word();
        String[] cures = Replacement.toData(problem.cures());
        if (problem.error()) {
            getMessageAcceptor()
                    .acceptError(problem.message(), object, offset, length, code, cures);
        } else {
            getMessageAcceptor()
                    .acceptWarning(problem.message(), object, offset, length, code, cures);
        }
    }

    /**
     * Makes a fault an error of the definition it happened in. By default a null pointer would be
     * no problem at all, and what is thrown from here a line in a log.
     */
    @Override
    protected void handleExceptionDuringValidation(Throwable failure) {
        EObject object = getCurrentObject();
        Place place = Places.OF_FILE.of(object);
        show(
                new Problem(
                        true,
                        new Place(place.offset(), 0),
                        ProblemCode.INTERNAL,
                        "this could not be checked, which is a fault of the compiler: " + failure),
                object);
    }
}
