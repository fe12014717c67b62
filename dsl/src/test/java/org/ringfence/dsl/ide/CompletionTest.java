package org.ringfence.dsl.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.dsl.Compile;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CompletionTest extends ServerTest {
    private static final String START =
            "pack p version \"1\"\n\nset keys = { a }\n\nrule r on toy {\n";
    private static final String MATCH = START + "    match `open($DOOR, $MODE)` as $CALL\n";

    private List<CompletionItem> items(String textWithCaret) {
        Editor editor = editor();
        Position caret = editor.open(URI, textWithCaret);
        return Editor.await(
                        editor.documents()
                                .completion(
                                        new CompletionParams(
                                                new TextDocumentIdentifier(URI), caret)))
                .getLeft();
    }

    private List<String> labels(String textWithCaret) {
        return items(textWithCaret).stream().map(CompletionItem::getLabel).toList();
    }

    /** The text after the proposal with this label was taken. */
    private String taken(String textWithCaret, String label) {
        CompletionItem item =
                items(textWithCaret).stream()
                        .filter(i -> i.getLabel().equals(label))
                        .findFirst()
                        .orElseThrow();
        Editor editor = editor();
        editor.open(URI, textWithCaret);
        return editor.edited(URI, List.of(item.getTextEdit().getLeft()));
    }

    @Test
    void beginsAFile() {
        assertThat(labels("^")).containsExactly("pack");
    }

    @Test
    void offersDefinitions() {
        assertThat(labels("pack p\n\n^"))
                .contains("import", "map", "pattern", "role", "rule", "set")
                .doesNotContain("title", "where");
    }

    @Test
    void offersClausesThatAreNotThereYetFirst() {
        assertThat(labels(START + "    title \"T\"\n    where const($X) == 1\n    ^\n}\n"))
                .startsWith("bad", "confidence", "cwe")
                .endsWith("where", "title")
                .contains("topic", "severity", "report", "todo")
                .doesNotContain("set", "when");
    }

    @Test
    void offersClausesWhileTheRuleIsOpen() {
        assertThat(labels(START + "    title \"T\"\n    rep^")).containsExactly("report");
    }

    @Test
    void offersWordsOfLevels() {
        assertThat(labels(START + "    severity ^\n}\n"))
                .containsExactly("critical", "high", "low", "medium");
        assertThat(labels(START + "    confidence h^\n}\n")).containsExactly("high");
        assertThat(labels(START + "    status ^\n}\n")).contains("deprecated", "stable");
        assertThat(labels(START + "    fix ^\n}\n")).containsExactly("review", "safe");
    }

    @Test
    void offersSubjects() {
        assertThat(labels("pack p\nrule r on ^")).containsExactly("toy");
    }

    @Test
    void offersTopicsWithTheirSummaries() {
        List<CompletionItem> items = items(START + "    topic doors/^\n}\n");
        assertThat(items)
                .extracting(CompletionItem::getLabel, CompletionItem::getDetail)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("doors/keys", "Keys of doors"),
                        org.assertj.core.groups.Tuple.tuple("doors/open", "Open doors"));
        assertThat(items.get(0).getDocumentation().getRight().getValue())
                .isEqualTo("About doors/keys");
    }

    @Test
    void offersSectionsOfATopic() {
        assertThat(labels(START + "    topic doors/keys, doors/open#^\n}\n"))
                .containsExactly("doors/open#how-to-check", "doors/open#why");
        assertThat(taken(START + "    topic doors/open#h^\n}\n", "doors/open#how-to-check"))
                .contains("    topic doors/open#how-to-check\n");
    }

    @Test
    void offersCapturesThatTheRuleBinds() {
        assertThat(labels(MATCH + "    where $^\n}\n")).containsExactly("$CALL", "$DOOR", "$MODE");
        assertThat(labels(MATCH + "    report at $C^\n}\n")).containsExactly("$CALL");
        assertThat(taken(MATCH + "    where $D^\n}\n", "$DOOR")).contains("    where $DOOR\n");
    }

    @Test
    void offersValuesInConditions() {
        assertThat(labels(MATCH + "    where ^\n}\n"))
                .startsWith("$CALL", "$DOOR", "$MODE")
                .contains("not", "any", "every", "const", "kernel", "calls", "keys")
                .endsWith("READ", "SECURE_OPEN", "WRITE");
    }

    @Test
    void offersRelations() {
        assertThat(labels(MATCH + "    where $DOOR ^\n}\n"))
                .contains("is", "in", "has", "lacks", "matches", "and", "or");
    }

    @Test
    void offersTheAttributesOfAKind() {
        assertThat(labels(MATCH + "    where $CALL.^\n}\n")).containsExactly("count", "name");
        assertThat(labels(START + "    match each $M in macros\n    where $M.^\n}\n"))
                .containsExactly("empty", "name", "values");
        assertThat(labels(MATCH + "    where any $X in macros satisfies ($X.^)\n}\n"))
                .containsExactly("empty", "name", "values");
        assertThat(labels(MATCH + "    where $DOOR.^\n}\n"))
                .containsExactly("count", "empty", "name", "values");
        assertThat(labels(MATCH + "    where $CALL.name.^\n}\n")).isEmpty();
    }

    @Test
    void offersFunctionsWithTheirSignature() {
        CompletionItem function =
                items(MATCH + "    where value^\n}\n").stream()
                        .filter(i -> i.getLabel().equals("value-of"))
                        .findFirst()
                        .orElseThrow();
        assertThat(function.getDetail()).isEqualTo("value-of(element, text): text");
        assertThat(function.getTextEdit().getLeft().getNewText()).isEqualTo("value-of($0)");
    }

    @Test
    void offersConstantsWithTheirValue() {
        CompletionItem constant =
                items(MATCH + "    where const($MODE) == SEC^\n}\n").stream()
                        .filter(i -> i.getLabel().equals("SECURE_OPEN"))
                        .findFirst()
                        .orElseThrow();
        assertThat(constant.getDetail()).isEqualTo("256 (0x100)");
    }

    @Test
    void offersKindsAndCollections() {
        assertThat(labels(MATCH + "    where $DOOR is ^\n}\n"))
                .containsExactly("call", "define", "name");
        assertThat(labels(START + "    match each $X in ^\n}\n"))
                .contains("calls", "macros", "version");
    }

    @Test
    void offersDefinitionsOfTheFile() {
        String definitions = "pack p\nset s = { a }\npattern gate($X) = `open($X)`\n";
        assertThat(labels(definitions + "rule r on toy {\n    match ^\n}\n"))
                .contains("each", "gate")
                .doesNotContain("s");
        assertThat(
                        labels(
                                definitions
                                        + "rule r on toy {\n    status deprecated replaced by ^\n}\n"))
                .containsExactly("r");
    }

    @Test
    void offersNamesInsideOfCode() {
        assertThat(labels(MATCH + "    unless $CALL inside `f($^)`\n}\n"))
                .containsExactly("$CALL", "$DOOR", "$MODE", "$...");
        assertThat(labels(MATCH + "    unless $CALL inside `ope^($...)`\n}\n"))
                .containsExactly("SECURE_OPEN", "openDoor");
        assertThat(labels(MATCH + "    unless $CALL inside `f(SEC^)`\n}\n"))
                .containsExactly("SECURE_OPEN");
        assertThat(labels(MATCH + "    fix safe replace $MODE with `$M^`\n}\n"))
                .containsExactly("$MODE");
        assertThat(labels(MATCH + "    fix safe replace $MODE with `${ke^[$MODE]}`\n}\n"))
                .containsExactly("kernel", "keys");
    }

    @Test
    void offersValuesInTheHolesOfMessages() {
        assertThat(labels(MATCH + "    report \"{^}\"\n}\n"))
                .startsWith("$CALL", "$DOOR", "$MODE")
                .contains("@file", "@macro", "const", "calls");
        assertThat(labels(MATCH + "    report \"{{x}} {$CALL.^\"\n}\n"))
                .containsExactly("count", "name");
        assertThat(labels(MATCH + "    report \"no hole ^\"\n}\n")).isEmpty();
    }

    @Test
    void offersCapturesInMarkers() {
        assertThat(labels(MATCH + "    bad ```\n        open(a, 1) //!! $^\n    ```\n}\n"))
                .containsExactly("$CALL", "$DOOR", "$MODE");
    }

    @Test
    void saysNothingInComments() {
        assertThat(labels(START + "    // ti^\n}\n")).isEmpty();
        assertThat(labels(START + "    /* ti^ */\n}\n")).isEmpty();
    }

    @Test
    void answersAtEveryPlaceOfARule() {
        Editor editor = editor();
        String text =
                Compile.rule(
                        "where const($MODE) == READ and $DOOR.name == \"a\"\n"
                                + "report at $CALL \"x {$DOOR}\"\n");
        editor.open(URI, text);
        Lines lines = new Lines(new org.ringfence.subject.Source("", text));
        for (int i = 0; i <= text.length(); i++) {
            CompletionParams here =
                    new CompletionParams(new TextDocumentIdentifier(URI), lines.position(i));
            assertThat(Editor.await(editor.documents().completion(here)).getLeft()).isNotNull();
        }
        assertThat(editor.log()).isEmpty();
    }
}
