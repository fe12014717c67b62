package org.ringfence.dsl.ide;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What an editor says and asks about all that is open. */
final class WorkspaceRequests implements WorkspaceService {
    private final Workbench workbench;

    WorkspaceRequests(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public void didChangeConfiguration(DidChangeConfigurationParams params) {
        // there is nothing to configure
    }

    @Override
    public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
        workbench.filesChanged(params.getChanges().stream().map(FileEvent::getUri).toList());
    }

    @Override
    public CompletableFuture<
                    Either<List<? extends SymbolInformation>, List<? extends WorkspaceSymbol>>>
            symbol(WorkspaceSymbolParams params) {
        return workbench.askAll(
                projects ->
                        Either.forRight(
                                projects.stream()
                                        .flatMap(project -> project.documents().stream())
                                        .flatMap(
                                                d ->
                                                        Outline.matching(d, params.getQuery())
                                                                .stream())
                                        .toList()));
    }

    /** Answers with one sentence an example. */
    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
        List<String> words =
                params.getArguments().stream()
                        .filter(JsonPrimitive.class::isInstance)
                        .map(word -> ((JsonPrimitive) word).getAsString())
                        .toList();
        if (!params.getCommand().equals(Lenses.RUN) || words.size() != 2) {
            return CompletableFuture.completedFuture(List.of());
        }
        return workbench.ask(
                words.get(0), List.of(), view -> workbench.diagnoses().runNow(view, words.get(1)));
    }
}
