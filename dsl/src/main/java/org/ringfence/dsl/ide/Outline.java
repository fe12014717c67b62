package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeKind;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.SymbolKind;
import org.eclipse.lsp4j.WorkspaceSymbol;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.rules.TestClause;

/** The shape of a file: its definitions, their examples, and what can be folded. */
final class Outline {
    private Outline() {}

    static List<DocumentSymbol> symbols(Document document) {
        List<DocumentSymbol> symbols = new ArrayList<>();
        for (Region region : document.regions()) {
            if (!region.name().isEmpty()) {
                DocumentSymbol symbol =
                        new DocumentSymbol(
                                region.name(),
                                kind(region),
                                document.lines().range(region.place()),
                                document.lines().range(place(region.tokens().get(1))),
                                detail(region));
                symbol.setChildren(examples(document, region));
                symbols.add(symbol);
            }
        }
        return symbols;
    }

    private static Place place(ILeafNode token) {
        return new Place(token.getOffset(), token.getLength());
    }

    private static SymbolKind kind(Region region) {
        return switch (region.kind()) {
            case "rule" -> SymbolKind.Class;
            case "set" -> SymbolKind.Enum;
            case "map" -> SymbolKind.Object;
            case "parameter" -> SymbolKind.Constant;
            default -> SymbolKind.Function;
        };
    }

    private static String detail(Region region) {
        for (int i = 0; i + 1 < region.tokens().size(); i++) {
            if (region.word(i).equals("title")) {
                return region.word(i + 1).replace("\"", "");
            }
        }
        return region.kind();
    }

    private static List<DocumentSymbol> examples(Document document, Region region) {
        List<DocumentSymbol> examples = new ArrayList<>();
        for (ILeafNode token : region.tokens()) {
            if (token.getSemanticElement() instanceof TestClause test
                    && token.getText().startsWith("`")
                    && token.getText().equals(test.getCode())) {
                String label = test.getLabel() == null ? "" : " " + test.getLabel();
                Place place = place(token);
                examples.add(
                        new DocumentSymbol(
                                test.getKind() + label,
                                SymbolKind.Event,
                                document.lines().range(place),
                                document.lines().range(place)));
            }
        }
        return examples;
    }

    /** The definitions whose name holds all letters of a query, in their order. */
    static List<WorkspaceSymbol> matching(Document document, String query) {
        List<WorkspaceSymbol> found = new ArrayList<>();
        for (DocumentSymbol symbol : symbols(document)) {
            if (holds(symbol.getName(), query.toLowerCase(Locale.ROOT))) {
                found.add(
                        new WorkspaceSymbol(
                                symbol.getName(),
                                symbol.getKind(),
                                Either.forLeft(
                                        new Location(document.uri(), symbol.getSelectionRange())),
                                symbol.getDetail()));
            }
        }
        return found;
    }

    private static boolean holds(String name, String letters) {
        int from = 0;
        for (char c : letters.toCharArray()) {
            from = name.toLowerCase(Locale.ROOT).indexOf(c, from) + 1;
            if (from == 0) {
                return false;
            }
        }
        return true;
    }

    static List<FoldingRange> foldings(Document document) {
        List<FoldingRange> foldings = new ArrayList<>();
        document.regions().forEach(region -> fold(foldings, document, region.place(), ""));
        for (ILeafNode token : document.tokens()) {
            String text = token.getText();
            if (text.startsWith("```")) {
                fold(foldings, document, place(token), "");
            } else if (token.isHidden() && text.startsWith("/*")) {
                fold(foldings, document, place(token), FoldingRangeKind.Comment);
            }
        }
        return foldings;
    }

    private static void fold(
            List<FoldingRange> foldings, Document document, Place place, String kind) {
        int first = document.lines().position(place.offset()).getLine();
        int last = document.lines().position(place.offset() + place.length()).getLine();
        if (last > first) {
            FoldingRange folding = new FoldingRange(first, last);
            if (!kind.isEmpty()) {
                folding.setKind(kind);
            }
            foldings.add(folding);
        }
    }
}
