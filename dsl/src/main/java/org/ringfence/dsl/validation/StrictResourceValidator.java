package org.ringfence.dsl.validation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.Diagnostic;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EValidator;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.util.IAcceptor;
import org.eclipse.xtext.validation.CancelableDiagnostician;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.eclipse.xtext.validation.ResourceValidatorImpl;
import org.eclipse.xtext.validation.impl.ConcreteSyntaxEValidator;
import org.ringfence.dsl.compile.ProblemCode;

/**
 * Fails closed: what goes wrong in linking or in a check is an error of the file. The inherited
 * validator writes a log line and answers with the issues found so far, which may be none.
 */
public final class StrictResourceValidator extends ResourceValidatorImpl {
    @Override
    public List<Issue> validate(Resource resource, CheckMode mode, CancelIndicator indicator) {
        List<Issue> issues = new ArrayList<>();
        CancelIndicator cancel = indicator == null ? CancelIndicator.NullImpl : indicator;
        IAcceptor<Issue> acceptor = createAcceptor(issues);
        try {
            resolveProxies(resource, cancel);
            collectResourceDiagnostics(resource, cancel, acceptor);
            keepFirstOfEachLine(issues);
            issues.forEach(issue -> MistakePlace.apply((Issue.IssueImpl) issue));
            for (EObject root : resource.getContents()) {
                diagnose(root, mode, cancel, acceptor);
            }
        } catch (RuntimeException | StackOverflowError failure) {
            getOperationCanceledManager().propagateAsErrorIfCancelException(failure);
            issues.add(internal(failure));
        }
        return issues;
    }

    /** A parser that has lost its way says of the same mistake one thing after the other. */
    private static void keepFirstOfEachLine(List<Issue> issues) {
        Set<Integer> lines = new HashSet<>();
        issues.removeIf(
                issue ->
                        ProblemCode.SYNTAX.word().equals(issue.getCode())
                                && !lines.add(issue.getLineNumber()));
    }

    private void diagnose(
            EObject root, CheckMode mode, CancelIndicator cancel, IAcceptor<Issue> acceptor) {
        Map<Object, Object> options =
                new java.util.HashMap<>(
                        Map.of(
                                CheckMode.KEY,
                                mode,
                                CancelableDiagnostician.CANCEL_INDICATOR,
                                cancel,
                                ConcreteSyntaxEValidator.DISABLE_CONCRETE_SYNTAX_EVALIDATOR,
                                true,
                                EValidator.class,
                                getDiagnostician()));
        Diagnostic diagnostic = getDiagnostician().validate(root, options);
        for (Diagnostic child : diagnostic.getChildren()) {
            issueFromEValidatorDiagnostic(child, acceptor);
        }
        if (diagnostic.getChildren().isEmpty()) {
            issueFromEValidatorDiagnostic(diagnostic, acceptor);
        }
    }

    private static Issue internal(Throwable failure) {
        Issue.IssueImpl issue = new Issue.IssueImpl();
        issue.setSeverity(Severity.ERROR);
        issue.setCode(ProblemCode.INTERNAL.word());
        issue.setOffset(0);
        issue.setLength(0);
        issue.setMessage(
                "this file could not be checked, which is a fault of the compiler: " + failure);
        return issue;
    }
}
