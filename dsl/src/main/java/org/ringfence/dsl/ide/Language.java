package org.ringfence.dsl.ide;

import com.google.inject.Binder;
import com.google.inject.Injector;
import com.google.inject.Provider;
import com.google.inject.name.Names;
import org.eclipse.xtext.Grammar;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.ide.LexerIdeBindings;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElementComputer;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IContentAssistParser;
import org.eclipse.xtext.ide.editor.contentassist.antlr.internal.Lexer;
import org.eclipse.xtext.naming.IQualifiedNameConverter;
import org.eclipse.xtext.resource.EObjectAtOffsetHelper;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.scoping.IScopeProvider;
import org.eclipse.xtext.validation.IResourceValidator;
import org.ringfence.dsl.RulesStandaloneSetup;
import org.ringfence.dsl.compile.RuleLowering;
import org.ringfence.dsl.formatting2.RulesFormatter;
import org.ringfence.dsl.ide.contentassist.antlr.RulesParser;
import org.ringfence.dsl.ide.contentassist.antlr.internal.InternalRulesLexer;

/** The parts of the rules language that the server works with. */
record Language(
        Provider<XtextResourceSet> files,
        IResourceValidator validator,
        RuleLowering lowering,
        RulesFormatter formatter,
        EObjectAtOffsetHelper objects,
        Naming naming,
        Grammar grammar,
        IResourceDescription.Manager descriptions,
        Expectations expectations) {

    /** What is in sight of a reference, and how it is written. */
    record Naming(IScopeProvider scopes, IQualifiedNameConverter converter) {}

    /** Takes most of a second, once for a process. */
    static Language load() {
        // a child of the compiler's injector: a second of its kind would take its place with EMF
        Injector injector =
                RulesStandaloneSetup.injector().createChildInjector(Language::bindContentAssist);
        return new Language(
                injector.getProvider(XtextResourceSet.class),
                injector.getInstance(IResourceValidator.class),
                injector.getInstance(RuleLowering.class),
                injector.getInstance(RulesFormatter.class),
                injector.getInstance(EObjectAtOffsetHelper.class),
                new Naming(
                        injector.getInstance(IScopeProvider.class),
                        injector.getInstance(IQualifiedNameConverter.class)),
                injector.getInstance(IGrammarAccess.class).getGrammar(),
                injector.getInstance(IResourceDescription.Manager.class),
                new Expectations(
                        injector.getInstance(IContentAssistParser.class),
                        injector.getInstance(FollowElementComputer.class)));
    }

    private static void bindContentAssist(Binder binder) {
        binder.bind(IContentAssistParser.class).to(RulesParser.class);
        binder.bind(Lexer.class)
                .annotatedWith(Names.named(LexerIdeBindings.CONTENT_ASSIST))
                .to(InternalRulesLexer.class);
    }
}
