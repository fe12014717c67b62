package org.ringfence.dsl.validation;

import com.google.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.xtext.diagnostics.DiagnosticMessage;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.linking.impl.LinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Places;
import org.ringfence.dsl.compile.ProblemCode;
import org.ringfence.dsl.compile.Replacement;
import org.ringfence.dsl.compile.Suggestion;
import org.ringfence.dsl.compile.Workspace;
import org.ringfence.dsl.rules.PatternDef;
import org.ringfence.dsl.rules.RulesPackage.Literals;

/** Says which definition is missing, and which one was probably meant. */
public final class LinkingMessages extends LinkingDiagnosticMessageProvider {
    private final IScopeProvider scopes;
    private final IQualifiedNameConverter names;

    @Inject
    LinkingMessages(IScopeProvider scopes, IQualifiedNameConverter names) {
        this.scopes = scopes;
        this.names = names;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Null, which Xtext takes for "no problem", for a name in an expression: it may be a
     * constant or a collection, and compiling the expression says what is wrong with it.
     */
    @Override
    public DiagnosticMessage getUnresolvedProxyMessage(ILinkingDiagnosticContext context) {
        return message(context).orElse(null);
    }

    private Optional<DiagnosticMessage> message(ILinkingDiagnosticContext context) {
        EReference reference = context.getReference();
        if (reference == Literals.REFERENCE__DEFINITION) {
            return Optional.empty();
        }
        var candidates = new TreeSet<String>();
        scopes.getScope(context.getContext(), reference)
                .getAllElements()
                .forEach(element -> candidates.add(names.toString(element.getName())));
        String wrong = context.getLinkText();
        Suggestion meant = Suggestion.of(wrong, candidates);
        String elsewhere =
                reference == Literals.PATTERN_REFERENCE__PATTERN
                        ? Workspace.elsewhere(
                                context.getContext().eResource().getResourceSet(),
                                wrong,
                                PatternDef.class)
                        : "";
        String message = "there is no " + kind(reference) + " `" + wrong + "`";
        if (!elsewhere.isEmpty()) {
            return said(message + " here" + elsewhere, List.of());
        }
        if (reference == Literals.PATTERN_REFERENCE__PATTERN && meant.name().isEmpty()) {
            return code(context, message);
        }
        return said(message + meant.words(), meant.cures(Replacement.OF_PROBLEM));
    }

    private static Optional<DiagnosticMessage> said(String words, List<Replacement> cures) {
        return Optional.of(
                new DiagnosticMessage(
                        words, Severity.ERROR, ProblemCode.LINK.word(), Replacement.toData(cures)));
    }

    /** What looks like a call without backticks. */
    private static Optional<DiagnosticMessage> code(
            ILinkingDiagnosticContext context, String message) {
        Place place = Places.OF_FILE.of(context.getContext());
        String text = Places.text(context.getContext());
        Replacement cure = new Replacement(place, "`" + text + "`", "Put it into backticks");
        return said(
                message + "; if it is code, write it in backticks",
                text.length() == place.length() ? List.of(cure) : List.of());
    }

    private static String kind(EReference reference) {
        if (reference == Literals.PATTERN_REFERENCE__PATTERN) {
            return "pattern";
        }
        return reference == Literals.WITHIN_CLAUSE__ROLES ? "role" : "rule";
    }
}
