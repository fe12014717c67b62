package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionKind;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.ringfence.dsl.compile.Replacement;

/** Offers what may be done about what is wrong. */
final class Cures {
    private Cures() {}

    /**
     * @param shown the diagnostics that the editor asks for, to be linked with their cures
     */
    static List<CodeAction> at(Document document, Range range, List<Diagnostic> shown) {
        List<CodeAction> actions = new ArrayList<>();
        int from = document.lines().offset(range.getStart());
        int to = document.lines().offset(range.getEnd());
        for (Flaw flaw : Diagnoses.all(document)) {
            int start = flaw.place().offset();
            if (start <= to && start + flaw.place().length() >= from) {
                Range place = document.lines().range(flaw.place());
                List<Diagnostic> cured =
                        shown.stream()
                                .filter(d -> d.getRange().equals(place))
                                .filter(
                                        d ->
                                                d.getMessage()
                                                        .equals(
                                                                org.eclipse.lsp4j.jsonrpc.messages
                                                                        .Either.forLeft(
                                                                        flaw.message())))
                                .toList();
                flaw.cures().forEach(cure -> actions.add(action(document, cure, cured)));
            }
        }
        if (actions.size() == 1) {
            actions.get(0).setIsPreferred(true);
        }
        return actions;
    }

    private static CodeAction action(Document document, Replacement cure, List<Diagnostic> cured) {
        CodeAction action = new CodeAction(cure.title());
        action.setKind(CodeActionKind.QuickFix);
        action.setDiagnostics(cured);
        TextEdit edit = new TextEdit(document.lines().range(cure.place()), cure.text());
        action.setEdit(new WorkspaceEdit(Map.of(document.uri(), List.of(edit))));
        return action;
    }
}
