package org.ringfence.dsl;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.scoping.impl.AbstractDeclarativeScopeProvider;
import org.eclipse.xtext.validation.CompositeEValidator;
import org.eclipse.xtext.validation.IResourceValidator;
import org.ringfence.dsl.scoping.PackNames;
import org.ringfence.dsl.scoping.PackScopes;
import org.ringfence.dsl.validation.LinkingMessages;
import org.ringfence.dsl.validation.StrictResourceValidator;
import org.ringfence.dsl.validation.SyntaxMessages;

/** What the rules language does otherwise than Xtext by default. Found by name of method. */
final class RulesRuntimeModule extends AbstractRulesRuntimeModule {
    public Class<? extends IQualifiedNameConverter> bindIQualifiedNameConverter() {
        return PackNames.class;
    }

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return TextAsWritten.class;
    }

    @Override
    public void configureIScopeProviderDelegate(Binder binder) {
        binder.bind(IScopeProvider.class)
                .annotatedWith(Names.named(AbstractDeclarativeScopeProvider.NAMED_DELEGATE))
                .to(PackScopes.class);
    }

    /** Off: EMF's own checks of each object find nothing that linking and lowering do not. */
    public void configureUseEObjectValidator(Binder binder) {
        binder.bind(Boolean.class)
                .annotatedWith(Names.named(CompositeEValidator.USE_EOBJECT_VALIDATOR))
                .toInstance(false);
    }

    public Class<? extends IResourceValidator> bindIResourceValidator() {
        return StrictResourceValidator.class;
    }

    public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
        return SyntaxMessages.class;
    }

    public Class<? extends ILinkingDiagnosticMessageProvider.Extended>
            bindILinkingDiagnosticMessageProvider() {
        return LinkingMessages.class;
    }
}
