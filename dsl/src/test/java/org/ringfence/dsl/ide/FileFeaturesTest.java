package org.ringfence.dsl.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.FormattingOptions;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceSymbolParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.dsl.Compile;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class FileFeaturesTest extends ServerTest {
    private static final TextDocumentIdentifier DOCUMENT = new TextDocumentIdentifier(URI);

    private static final String FILE =
            """
            pack p version "1"

            set keys = { a }

            /* about
               r */
            rule r on toy {
                title "T"
                bad "one" ```
                    open(a, 1)
                ```
                good `b`
            }
            """;

    private Editor open(String text) {
        Editor editor = editor();
        editor.open(URI, text);
        return editor;
    }

    // --- outline

    private static String shown(DocumentSymbol symbol) {
        return symbol.getKind()
                + " "
                + symbol.getName()
                + " ("
                + symbol.getDetail()
                + ") "
                + (symbol.getRange().getStart().getLine() + 1)
                + "-"
                + (symbol.getRange().getEnd().getLine() + 1);
    }

    @Test
    void showsDefinitionsAndExamples() {
        Editor editor = open(FILE);
        List<DocumentSymbol> symbols =
                Editor.await(editor.documents().documentSymbol(new DocumentSymbolParams(DOCUMENT)))
                        .stream()
                        .map(either -> either.getRight())
                        .toList();
        assertThat(symbols)
                .extracting(FileFeaturesTest::shown)
                .containsExactly("Enum keys (set) 3-3", "Class r (T) 7-13");
        assertThat(symbols.get(1).getChildren())
                .extracting(DocumentSymbol::getName)
                .containsExactly("bad \"one\"", "good");
    }

    @Test
    void findsDefinitionsByTheirLetters() {
        Editor editor = open(FILE.replace("keys", "back-door-keys"));
        editor.diagnostics(URI);
        var symbols =
                Editor.await(
                                editor.server()
                                        .getWorkspaceService()
                                        .symbol(new WorkspaceSymbolParams("bdK")))
                        .getRight();
        assertThat(symbols).hasSize(1);
        assertThat(symbols.get(0).getName()).isEqualTo("back-door-keys");
        assertThat(symbols.get(0).getLocation().getLeft().getUri()).isEqualTo(URI);
    }

    @Test
    void foldsRulesCodeAndComments() {
        Editor editor = open(FILE);
        assertThat(
                        Editor.await(
                                editor.documents()
                                        .foldingRange(new FoldingRangeRequestParams(DOCUMENT))))
                .extracting(f -> f.getStartLine() + 1 + "-" + (f.getEndLine() + 1))
                .containsExactly("7-13", "5-6", "9-11");
    }

    @Test
    void marksTheOtherUsesOfAName() {
        Editor editor = open(Compile.rule(""));
        var params = new DocumentHighlightParams(DOCUMENT, new Position(6, 19));
        List<? extends DocumentHighlight> marked =
                Editor.await(editor.documents().documentHighlight(params));
        assertThat(marked.stream().map(h -> h.getRange().getStart()))
                .containsExactly(new Position(6, 17));
    }

    // --- layout

    @Test
    void laysOut() {
        Editor editor = open("pack p\nset  a={A}");
        var params = new DocumentFormattingParams(DOCUMENT, new FormattingOptions(4, true));
        var edits = Editor.await(editor.documents().formatting(params));
        assertThat(editor.edited(URI, edits)).isEqualTo("pack p\n\nset a = { A }\n");
    }

    @Test
    void leavesAloneWhatIsLaidOutOrBroken() {
        var params = new DocumentFormattingParams(DOCUMENT, new FormattingOptions(4, true));
        assertThat(Editor.await(open(FILE).documents().formatting(params))).isEmpty();
        assertThat(Editor.await(open("pack  p set").documents().formatting(params))).isEmpty();
    }

    // --- colours

    private List<String> colours(String text) {
        Editor editor = open(text);
        List<Integer> data =
                Editor.await(
                                editor.documents()
                                        .semanticTokensFull(new SemanticTokensParams(DOCUMENT)))
                        .getData();
        List<String> shown = new ArrayList<>();
        int line = 0;
        int character = 0;
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < data.size(); i += 5) {
            character = data.get(i) == 0 ? character + data.get(i + 1) : data.get(i + 1);
            line += data.get(i);
            String token = lines[line].substring(character, character + data.get(i + 2));
            shown.add(Colours.LEGEND.get(data.get(i + 3)) + " " + token);
        }
        return shown;
    }

    @Test
    void coloursTheWordsOfTheLanguage() {
        assertThat(
                        colours(
                                """
                                pack p version "1"
                                set s = { READ, 1 } // x
                                rule r on toy {
                                    severity high
                                    topic doors/open
                                    where const($MODE.name) == READ and $X in calls
                                }
                                """))
                .containsExactly(
                        "keyword pack",
                        "type p",
                        "keyword version",
                        "string \"1\"",
                        "keyword set",
                        "type s",
                        "operator =",
                        "operator {",
                        "enumMember READ",
                        "operator ,",
                        "number 1",
                        "operator }",
                        "comment // x",
                        "keyword rule",
                        "type r",
                        "keyword on",
                        "enumMember toy",
                        "operator {",
                        "keyword severity",
                        "enumMember high",
                        "keyword topic",
                        "namespace doors",
                        "namespace /",
                        "namespace open",
                        "keyword where",
                        "function const",
                        "operator (",
                        "variable $MODE",
                        "operator .",
                        "property name",
                        "operator )",
                        "operator ==",
                        "enumMember READ",
                        "keyword and",
                        "variable $X",
                        "keyword in",
                        "type calls",
                        "operator }");
    }

    @Test
    void coloursCodeAndHolesInTheirOwnWords() {
        assertThat(
                        colours(
                                        """
                                pack p
                                rule r on toy {
                                    match `open($DOOR, READ, "a", 0x1)`
                                    report "at {const($DOOR)}!"
                                    bad ```
                                        // open
                                        shut(a) //!! $X=1
                                    ```
                                }
                                """)
                                .subList(7, 27))
                .containsExactly(
                        "keyword match",
                        "operator `",
                        "function open",
                        "variable $DOOR",
                        "enumMember READ",
                        "string \"a\"",
                        "number 0x1",
                        "operator `",
                        "keyword report",
                        "string \"at {",
                        "function const",
                        "variable $DOOR",
                        "string }!\"",
                        "keyword bad",
                        "operator ```",
                        "comment // open",
                        "function shut",
                        "comment //!! $X=1",
                        "operator ```",
                        "operator }");
    }

    // --- cures

    private List<String> cured(String text) {
        Editor editor = open(text);
        editor.diagnostics(URI, all -> !all.isEmpty());
        List<String> results = new ArrayList<>();
        for (var diagnostic : editor.raw(URI)) {
            var params =
                    new CodeActionParams(
                            DOCUMENT,
                            diagnostic.getRange(),
                            new CodeActionContext(List.of(diagnostic)));
            for (var either : Editor.await(editor.documents().codeAction(params))) {
                CodeAction action = either.getRight();
                assertThat(action.getDiagnostics()).containsExactly(diagnostic);
                results.add(action.getTitle());
                results.add(editor.edited(URI, action.getEdit().getChanges().get(URI)));
            }
        }
        return results;
    }

    @Test
    void changesAWrongNameToTheOneThatWasMeant() {
        String rule = Compile.rule("where const($MODE) == READ and $CALL.name == \"a\"\n");
        assertThat(cured(rule.replace("READ", "REED"))).containsExactly("Change to `READ`", rule);
        assertThat(cured(rule.replace("severity high", "severity hihg")))
                .containsExactly("Change to `high`", rule);
        assertThat(cured(rule.replace("doors/open", "doors/opne")))
                .containsExactly("Change to `doors/open`", rule);
        assertThat(cured(rule.replace("$CALL.name", "$CALL.nmae")))
                .containsExactly("Change to `name`", rule);
        assertThat(cured(rule.replace("const($MODE)", "cnost($MODE)")))
                .containsExactly("Change to `const`", rule);
        assertThat(cured(rule.replace("const($MODE)", "const($MOED)")))
                .containsExactly("Change to `$MODE`", rule);
        assertThat(cured(rule.replace("on toy", "on tyo")))
                .containsExactly("Change to `toy`", rule);
    }

    @Test
    void changesAWrongWordOfTheLanguage() {
        String rule = Compile.rule("where const($MODE) == READ\n");
        assertThat(cured(rule.replace("where", "wehre")))
                .containsSequence("Change to `where`", rule);
    }

    @Test
    void changesAReferenceToTheDefinitionThatWasMeant() {
        String text = Compile.rule("unless $CALL inside gate\n") + "\npattern gate = `f($...)`\n";
        assertThat(cured(text.replace("inside gate", "inside gaet")))
                .containsExactly("Change to `gate`", text);
    }

    @Test
    void insertsAClauseThatIsMissing() {
        String rule = Compile.rule("");
        assertThat(cured(rule.replace("    severity high\n", "")))
                .containsExactly(
                        "Insert `severity`", rule.replace("severity high", "severity medium"));
    }

    @Test
    void removesTheWordTodo() {
        String rule = Compile.rule("");
        assertThat(cured(rule.replace("    bad", "    todo bad")))
                .containsExactly("Remove `todo`", rule);
    }

    // --- lenses

    private static List<String> lenses(Editor editor) {
        return Editor.await(editor.documents().codeLens(new CodeLensParams(DOCUMENT))).stream()
                .map(
                        lens ->
                                lens.getRange().getStart().getLine()
                                        + 1
                                        + " "
                                        + lens.getCommand().getTitle())
                .toList();
    }

    @Test
    void runsTheExamplesOfARule() {
        Editor editor = open(Compile.rule("bad `shut(b, 1)`\n"));
        var command =
                new ExecuteCommandParams(
                        Lenses.RUN,
                        List.of(
                                new com.google.gson.JsonPrimitive(URI),
                                new com.google.gson.JsonPrimitive("r")));
        Object said = Editor.await(editor.server().getWorkspaceService().executeCommand(command));
        assertThat(said).hasToString("[passed, passed, found nothing]");
        assertThat(lenses(editor))
                .containsExactly(
                        "9 passed: 1 finding", "10 passed: no findings", "12 failed: no findings");
        assertThat(editor.diagnostics(URI, all -> !all.isEmpty()))
                .containsExactly("12:1 the rule finds nothing in this, though it is `bad`");
    }

    @Test
    void offersToRunWhatHasNotRun() {
        Editor editor = open(Compile.rule("where $X\n"));
        assertThat(lenses(editor)).containsExactly("9 run", "10 run");
    }
}
