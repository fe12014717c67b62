package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Collects what may be put in at one place; each text once, in the order of ranks and names. */
final class Proposals {
    /** What a person most likely wants first. */
    enum Rank {
        FIRST,
        USUAL,
        LAST
    }

    private final Range range;
    private final String typed;
    private final boolean snippets;
    private final Set<String> texts = new HashSet<>();
    private final List<CompletionItem> items = new ArrayList<>();

    /**
     * @param range what is replaced: what was typed of the word up to the caret
     * @param snippets whether the caret may be left inside of what is put in
     */
    Proposals(Range range, String typed, boolean snippets) {
        this.range = range;
        this.typed = typed.toLowerCase(Locale.ROOT);
        this.snippets = snippets;
    }

    /** Something that may be put in. */
    record Proposal(String text, CompletionItemKind kind, String detail, String about) {}

    /**
     * Adds what is only made where it fits.
     *
     * @param text of the proposal
     */
    void add(Rank rank, Supplier<Proposal> proposal, String text) {
        if (isSubsequence(typed, text.toLowerCase(Locale.ROOT))) {
            add(rank, proposal.get());
        }
    }

    void add(Rank rank, Proposal proposal) {
        add(rank, proposal, proposal.text(), false);
    }

    /** A function: the caret is left between its parentheses, where the editor can do that. */
    void addCall(Rank rank, Proposal proposal, boolean arguments) {
        boolean inside = snippets && arguments;
        String text = proposal.text() + (inside ? "($0)" : "()");
        add(rank, proposal, text, inside);
    }

    private void add(Rank rank, Proposal proposal, String text, boolean snippet) {
        boolean fits = isSubsequence(typed, proposal.text().toLowerCase(Locale.ROOT));
        if (!fits || !texts.add(text)) {
            return;
        }
        CompletionItem item = new CompletionItem(proposal.text());
        item.setKind(proposal.kind());
        item.setTextEdit(Either.forLeft(new TextEdit(range, text)));
        item.setFilterText(proposal.text());
        item.setSortText(rank.ordinal() + proposal.text());
        if (snippet) {
            item.setInsertTextFormat(InsertTextFormat.Snippet);
        }
        if (!proposal.detail().isEmpty()) {
            item.setDetail(proposal.detail());
        }
        if (!proposal.about().isEmpty()) {
            item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, proposal.about()));
        }
        items.add(item);
    }

    private static boolean isSubsequence(String letters, String text) {
        int from = 0;
        for (char c : letters.toCharArray()) {
            from = text.indexOf(c, from) + 1;
            if (from == 0) {
                return false;
            }
        }
        return true;
    }

    List<CompletionItem> items() {
        items.sort(java.util.Comparator.comparing(CompletionItem::getSortText));
        return items;
    }
}
