package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.DidSaveTextDocumentParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.LocationLink;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.ringfence.dsl.formatting2.Formatted;
import org.ringfence.dsl.ide.Workbench.View;
import org.ringfence.subject.Source;

/** What an editor says and asks about one document. */
final class DocumentRequests implements TextDocumentService {
    private final Workbench workbench;

    DocumentRequests(Workbench workbench) {
        this.workbench = workbench;
    }

    // --- texts

    @Override
    public void didOpen(DidOpenTextDocumentParams params) {
        var document = params.getTextDocument();
        workbench.open(document.getUri(), document.getText(), document.getVersion());
    }

    @Override
    public void didChange(DidChangeTextDocumentParams params) {
        var document = params.getTextDocument();
        workbench.change(
                document.getUri(),
                Optional.ofNullable(document.getVersion()).orElse(0),
                text -> changed(text, params.getContentChanges()));
    }

    private static String changed(String text, List<TextDocumentContentChangeEvent> changes) {
        String now = text;
        for (TextDocumentContentChangeEvent change : changes) {
            now =
                    change.getRange() == null
                            ? change.getText()
                            : new Lines(new Source("", now))
                                    .with(change.getRange(), change.getText());
        }
        return now;
    }

    @Override
    public void didClose(DidCloseTextDocumentParams params) {
        workbench.close(params.getTextDocument().getUri());
    }

    @Override
    public void didSave(DidSaveTextDocumentParams params) {
        // what is saved is what was last changed
    }

    // --- questions at a place

    private <T> CompletableFuture<T> at(
            TextDocumentPositionParams params, T nothing, BiFunction<View, Integer, T> question) {
        return workbench.ask(
                params.getTextDocument().getUri(),
                nothing,
                view -> question.apply(view, offset(view, params)));
    }

    private static int offset(View view, TextDocumentPositionParams params) {
        return view.document().lines().offset(params.getPosition());
    }

    @Override
    public CompletableFuture<Either<List<CompletionItem>, CompletionList>> completion(
            CompletionParams params) {
        boolean snippets = workbench.abilities().snippets();
        return at(
                params,
                Either.forLeft(List.of()),
                (view, at) -> Either.forLeft(new Completions(view, at, snippets).items()));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        return at(params, Optional.<Hover>empty(), (view, at) -> new Hovers(view).at(at))
                .thenApply(hover -> hover.orElse(null));
    }

    @Override
    public CompletableFuture<Either<List<? extends Location>, List<? extends LocationLink>>>
            definition(DefinitionParams params) {
        return at(
                params,
                Either.forLeft(List.of()),
                (view, at) ->
                        Either.forLeft(
                                new Names(view.project())
                                        .at(view.document(), at).stream()
                                                .map(named -> named.definition().location())
                                                .toList()));
    }

    @Override
    public CompletableFuture<List<? extends Location>> references(ReferenceParams params) {
        boolean all = params.getContext() == null || params.getContext().isIncludeDeclaration();
        return at(
                params,
                List.of(),
                (view, at) ->
                        new Names(view.project())
                                .at(view.document(), at).stream()
                                        .flatMap(
                                                named ->
                                                        named.places().stream()
                                                                .filter(
                                                                        s ->
                                                                                all
                                                                                        || !s
                                                                                                .equals(
                                                                                                        named
                                                                                                                .definition())))
                                        .map(Names.Spot::location)
                                        .toList());
    }

    @Override
    public CompletableFuture<List<? extends DocumentHighlight>> documentHighlight(
            DocumentHighlightParams params) {
        return at(
                params,
                List.of(),
                (view, at) ->
                        new Names(view.project())
                                .at(view.document(), at).stream()
                                        .flatMap(named -> named.places().stream())
                                        .filter(spot -> spot.document() == view.document())
                                        .map(s -> new DocumentHighlight(s.location().getRange()))
                                        .toList());
    }

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
            prepareRename(PrepareRenameParams params) {
        return at(
                        params,
                        Optional.<PrepareRenameResult>empty(),
                        (view, at) -> new Renaming(view).prepare(at))
                .thenApply(
                        name ->
                                name.map(
                                                n ->
                                                        Either3
                                                                .<Range, PrepareRenameResult,
                                                                        PrepareRenameDefaultBehavior>
                                                                        forSecond(n))
                                        .orElse(null));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return at(
                params,
                new WorkspaceEdit(),
                (view, at) -> new Renaming(view).rename(at, params.getNewName()));
    }

    // --- questions about the whole

    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        return workbench.ask(
                params.getTextDocument().getUri(),
                List.of(),
                view ->
                        Outline.symbols(view.document()).stream()
                                .map(Either::<SymbolInformation, DocumentSymbol>forRight)
                                .toList());
    }

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return workbench.ask(
                params.getTextDocument().getUri(),
                List.of(),
                view -> Outline.foldings(view.document()));
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return workbench.ask(
                params.getTextDocument().getUri(),
                new SemanticTokens(List.of()),
                view -> Colours.of(view.project(), view.document()));
    }

    @Override
    public CompletableFuture<List<? extends TextEdit>> formatting(DocumentFormattingParams params) {
        return workbench.ask(params.getTextDocument().getUri(), List.of(), this::layOut);
    }

    private List<TextEdit> layOut(View view) {
        String text = view.document().text();
        List<TextEdit> edits = new ArrayList<>();
        if (view.project().language().formatter().format(text) instanceof Formatted.Text done
                && !done.text().equals(text)) {
            Range whole = view.document().lines().range(0, text.length());
            edits.add(new TextEdit(whole, done.text()));
        }
        return edits;
    }

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(
            CodeActionParams params) {
        return workbench.ask(
                params.getTextDocument().getUri(),
                List.of(),
                view ->
                        Cures.at(
                                        view.document(),
                                        params.getRange(),
                                        params.getContext().getDiagnostics())
                                .stream()
                                .map(Either::<Command, CodeAction>forRight)
                                .toList());
    }

    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        return workbench.ask(
                params.getTextDocument().getUri(), List.of(), view -> Lenses.of(view.document()));
    }
}
