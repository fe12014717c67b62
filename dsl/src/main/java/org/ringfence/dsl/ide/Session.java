package org.ringfence.dsl.ide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.CodeActionOptions;
import org.eclipse.lsp4j.CodeLensOptions;
import org.eclipse.lsp4j.CompletionOptions;
import org.eclipse.lsp4j.ExecuteCommandOptions;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.RenameOptions;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensWithRegistrationOptions;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.TextDocumentSyncKind;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageServer;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.eclipse.lsp4j.services.WorkspaceService;

/** The life of a connection: what the editor can do, what the server can, and the end. */
final class Session implements LanguageServer {
    private final Workbench workbench;
    private final Runnable exit;

    Session(Workbench workbench, Runnable exit) {
        this.workbench = workbench;
        this.exit = exit;
    }

    @Override
    public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
        workbench.start(folders(params), abilities(params.getCapabilities()));
        return CompletableFuture.completedFuture(
                new InitializeResult(capabilities(), new ServerInfo("ringfence")));
    }

    private static List<Path> folders(InitializeParams params) {
        List<Path> folders = new ArrayList<>();
        for (WorkspaceFolder folder :
                Objects.requireNonNullElse(
                        params.getWorkspaceFolders(), List.<WorkspaceFolder>of())) {
            Uris.path(folder.getUri()).ifPresent(folders::add);
        }
        return folders;
    }

    private static Workbench.Abilities abilities(ClientCapabilities client) {
        var workspace = Optional.ofNullable(client).map(ClientCapabilities::getWorkspace);
        var text = Optional.ofNullable(client).map(ClientCapabilities::getTextDocument);
        return new Workbench.Abilities(
                text.map(t -> t.getCompletion())
                        .map(c -> c.getCompletionItem())
                        .map(i -> i.getSnippetSupport())
                        .orElse(false),
                workspace
                        .map(w -> w.getDidChangeWatchedFiles())
                        .map(w -> w.getDynamicRegistration())
                        .orElse(false),
                workspace.map(w -> w.getCodeLens()).map(c -> c.getRefreshSupport()).orElse(false));
    }

    private static ServerCapabilities capabilities() {
        ServerCapabilities can = new ServerCapabilities();
        can.setTextDocumentSync(TextDocumentSyncKind.Incremental);
        can.setCompletionProvider(
                new CompletionOptions(false, List.of("$", "@", ".", "/", "#", "{", "`")));
        can.setHoverProvider(true);
        can.setDefinitionProvider(true);
        can.setReferencesProvider(true);
        can.setDocumentHighlightProvider(true);
        can.setRenameProvider(new RenameOptions(true));
        can.setDocumentSymbolProvider(true);
        can.setWorkspaceSymbolProvider(true);
        can.setFoldingRangeProvider(true);
        can.setDocumentFormattingProvider(true);
        can.setCodeActionProvider(new CodeActionOptions(List.of(CodeActionKind.QuickFix)));
        can.setCodeLensProvider(new CodeLensOptions(false));
        can.setExecuteCommandProvider(new ExecuteCommandOptions(List.of(Lenses.RUN)));
        can.setSemanticTokensProvider(
                new SemanticTokensWithRegistrationOptions(
                        new SemanticTokensLegend(Colours.LEGEND, List.of()), true));
        return can;
    }

    @Override
    public void initialized(InitializedParams params) {
        workbench.watchFiles();
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        workbench.stop();
        return CompletableFuture.completedFuture(new Object());
    }

    @Override
    public void exit() {
        exit.run();
    }

    @Override
    public TextDocumentService getTextDocumentService() {
        return new DocumentRequests(workbench);
    }

    @Override
    public WorkspaceService getWorkspaceService() {
        return new WorkspaceRequests(workbench);
    }
}
