package org.ringfence.dsl.ide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class NavigationTest extends ServerTest {
    private static final TextDocumentIdentifier DOCUMENT = new TextDocumentIdentifier(URI);

    /** A rule that says {@code $DOOR} in every way. */
    private static final String RULE =
            """
            pack p version "1"

            set keys = { a, b }

            rule r on toy {
                title "T $DOOR"
                severity low when $DOOR == "x"
                severity high
                topic doors/open#why
                match `open($DOOR, $MODE)` as $CALL
                where const($MODE) == SECURE_OPEN and $DOOR in keys
                  and $CALL.count == 2
                unless $CALL inside `f($...DOOR, $$DOOR)`
                report at $DOOR "{$DOOR} {{$DOOR}} {value-of($DOOR, \\"$DOOR\\")}"
                related $CALL "{$CALL.name}"
                fix safe replace $DOOR with `$DOOR`
                bad ```
                    open($DOOR, 1) //!! $DOOR=a $DOOR2=$DOOR
                    // $DOOR=1
                ```
                good `$DOOR`
            }

            rule other on toy {
                match `open($DOOR)`
                where $DOOR in keys
            }
            """;

    private Editor editor;

    private static Position at(String text, String before) {
        int caret = text.indexOf(before.replace("^", "")) + before.indexOf('^');
        return new Lines(new org.ringfence.subject.Source("", text)).position(caret);
    }

    private Position open(String text, String before) {
        editor = editor();
        editor.open(URI, text);
        return at(text, before);
    }

    private static String shown(Location location) {
        return location.getRange().getStart().getLine()
                + 1
                + ":"
                + (location.getRange().getStart().getCharacter() + 1);
    }

    private List<String> definition(String before) {
        Position caret = open(RULE, before);
        return Editor.await(editor.documents().definition(new DefinitionParams(DOCUMENT, caret)))
                .getLeft()
                .stream()
                .map(NavigationTest::shown)
                .toList();
    }

    private List<String> references(String before) {
        Position caret = open(RULE, before);
        ReferenceParams params = new ReferenceParams(DOCUMENT, caret, new ReferenceContext(true));
        return Editor.await(editor.documents().references(params)).stream()
                .map(NavigationTest::shown)
                .toList();
    }

    private String renamed(String text, String before, String name) {
        Position caret = open(text, before);
        Map<String, List<TextEdit>> changes =
                Editor.await(editor.documents().rename(new RenameParams(DOCUMENT, caret, name)))
                        .getChanges();
        assertThat(changes).containsOnlyKeys(URI);
        return editor.edited(URI, changes.get(URI));
    }

    private String hover(String before) {
        Position caret = open(RULE, before);
        Hover hover = Editor.await(editor.documents().hover(new HoverParams(DOCUMENT, caret)));
        return hover == null ? "" : hover.getContents().getRight().getValue();
    }

    @Test
    void goesToWhatBindsACapture() {
        assertThat(definition("where const($MO^DE")).containsExactly("10:25");
        assertThat(definition("severity low when $DO^OR")).containsExactly("10:18");
        assertThat(definition("{$DO^OR} {{")).containsExactly("10:18");
        assertThat(definition("//!! $DO^OR=a")).containsExactly("10:18");
        assertThat(definition("{$CALL^.name}")).containsExactly("10:36");
    }

    @Test
    void goesToDefinitions() {
        assertThat(definition("$DOOR in ke^ys")).containsExactly("3:5");
        assertThat(definition("set k^eys")).containsExactly("3:5");
    }

    @Test
    void goesNowhereFromWhatIsNotDefinedInFiles() {
        assertThat(definition("SECURE^_OPEN")).isEmpty();
        assertThat(definition("ti^tle")).isEmpty();
    }

    @Test
    void findsEveryUseOfACapture() {
        assertThat(references("match `open($DO^OR, $M"))
                .containsExactly(
                        "7:24", "10:18", "11:44", "13:32", "14:16", "14:24", "14:51", "14:60",
                        "16:23", "16:35", "18:30");
    }

    @Test
    void findsEveryUseOfADefinition() {
        assertThat(references("set ke^ys")).containsExactly("3:5", "11:52", "26:20");
    }

    @Nested
    class Renames {
        @Test
        void aCaptureInItsRuleAndNowhereElse() {
            String done = renamed(RULE, "match `open($DO^OR, $M", "$GATE");
            assertThat(done)
                    .contains("title \"T $DOOR\"")
                    .contains("severity low when $GATE == \"x\"")
                    .contains("match `open($GATE, $MODE)` as $CALL")
                    .contains("and $GATE in keys\n")
                    .contains("`f($...GATE, $$DOOR)`")
                    .contains(
                            "report at $GATE \"{$GATE} {{$DOOR}} {value-of($GATE, \\\"$GATE\\\")}\"")
                    .contains("fix safe replace $GATE with `$GATE`")
                    .contains("open($DOOR, 1) //!! $GATE=a $DOOR2=$DOOR\n        // $DOOR=1")
                    .contains("good `$DOOR`")
                    .contains("match `open($DOOR)`\n    where $DOOR in keys");
        }

        @Test
        void aDefinitionEverywhere() {
            assertThat(renamed(RULE, "$DOOR in ke^ys", "locks"))
                    .isEqualTo(RULE.replace("keys", "locks"));
        }

        @Test
        void aDefinitionInHoles() {
            String text =
                    """
                    pack p version "1"
                    map names = { a -> "b" }
                    rule r on toy {
                        match `open($X)`
                        report "{names[$X]} {$X.names} names {names(1)}"
                        fix safe replace $X with `names(${names[$X]}, $$names)`
                    }
                    """;
            String wanted =
                    text.replace("map names", "map others").replace("names[$X]", "others[$X]");
            assertThat(renamed(text, "map na^mes", "others")).isEqualTo(wanted);
            assertThat(renamed(text, "{na^mes[$X]} {$X", "others")).isEqualTo(wanted);
        }

        @Test
        void aRule() {
            String text =
                    RULE.replace("title \"T $DOOR\"", "status deprecated replaced by p::other");
            assertThat(renamed(text, "rule oth^er", "another"))
                    .isEqualTo(text.replace("other", "another"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"CALL", "_", "1A", "", "a-b", "$MODE"})
        void noCaptureToWhatIsNoFreeName(String name) {
            assertThatThrownBy(() -> renamed(RULE, "match `open($DO^OR, $M", name))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("ResponseErrorException");
        }

        @ParameterizedTest
        @ValueSource(strings = {"other", "where", "9", "", "a b"})
        void noDefinitionToWhatIsNoFreeName(String name) {
            assertThatThrownBy(() -> renamed(RULE, "set ke^ys", name))
                    .isInstanceOf(AssertionError.class);
        }

        @Test
        void noCaptureThatAPatternBindsForOthers() {
            String text =
                    """
                    pack p version "1"
                    pattern gate($A) = `open($A, $MODE)`
                    rule r on toy {
                        match gate($DOOR)
                        where const($MODE) == 1 and $DOOR.name == "a"
                    }
                    """;
            assertThatThrownBy(() -> renamed(text, "const($MO^DE", "M"))
                    .hasMessageContaining("`$MODE` is bound by the pattern `gate`");
            assertThat(renamed(text, "$DO^OR.name", "D")).isEqualTo(text.replace("DOOR", "D"));
            assertThat(renamed(text, "gate($A^) =", "B")).isEqualTo(text.replace("$A", "$B"));
        }

        @Test
        void nothingWithoutAName() {
            Position caret = open(RULE, "ti^tle");
            PrepareRenameParams params = new PrepareRenameParams(DOCUMENT, caret);
            assertThat(Editor.await(editor.documents().prepareRename(params))).isNull();
        }

        @Test
        void startingWithWhatIsThere() {
            Position caret = open(RULE, "{$DO^OR} {{");
            PrepareRenameParams params = new PrepareRenameParams(DOCUMENT, caret);
            var prepared = Editor.await(editor.documents().prepareRename(params)).getSecond();
            assertThat(prepared.getPlaceholder()).isEqualTo("DOOR");
            assertThat(prepared.getRange().getStart()).isEqualTo(at(RULE, "{$^DOOR} {{"));
        }
    }

    @Test
    void renamesInFilesThatAreNotOpen(@TempDir Path folder) throws IOException {
        Path closed = folder.resolve("closed.rules");
        Files.writeString(
                closed,
                "pack q version \"1\"\nimport p::*\nrule c on toy {\n    where $X in p::keys\n}\n");
        Path opened = folder.resolve("opened.rules");
        Files.writeString(opened, RULE);
        editor = editor(folder);
        editor.open(Uris.of(opened), RULE);
        RenameParams params =
                new RenameParams(
                        new TextDocumentIdentifier(Uris.of(opened)),
                        at(RULE, "set ke^ys"),
                        "locks");
        Map<String, List<TextEdit>> changes =
                Editor.await(editor.documents().rename(params)).getChanges();
        assertThat(changes).containsOnlyKeys(Uris.of(opened), Uris.of(closed));
        assertThat(changes.get(Uris.of(closed)))
                .extracting(edit -> edit.getRange().getStart())
                .containsExactly(new Position(3, 19));
    }

    @Test
    void showsGuidance() {
        assertThat(hover("topic doors/op^en"))
                .isEqualTo("**Open doors** \u2014 why\n\nAbout doors/open\n\n`doors/open.md`");
    }

    @Test
    void showsTheVocabulary() {
        assertThat(hover("SECURE^_OPEN")).isEqualTo("`SECURE_OPEN` = 256 (0x100)");
        assertThat(hover("where con^st(")).isEqualTo("`const(element): number`\n\n");
        assertThat(hover("$CALL.co^unt")).isEqualTo("`count`: number\n\n");
        assertThat(hover("{value-^of(")).isEqualTo("`value-of(element, text): text`\n\n");
        assertThat(hover("{$CALL.na^me}")).isEqualTo("`name`: text\n\n");
    }

    @Test
    void showsTheSignatureOfWhatTheReaderKnows() {
        String text = RULE.replace("good `$DOOR`", "good `openDoor(1)`");
        HoverParams params = new HoverParams(DOCUMENT, open(text, "good `open^Door"));
        Hover hover = Editor.await(editor.documents().hover(params));
        assertThat(hover.getContents().getRight().getValue())
                .isEqualTo("````toy\nvoid openDoor(int key)\n````");
    }

    @Test
    void showsWhatNamesStandFor() {
        assertThat(hover("$DOOR in ke^ys")).isEqualTo("````ringfence\nset keys = { a, b }\n````");
        assertThat(hover("rule oth^er")).isEqualTo("````ringfence\nrule other\n````");
        assertThat(hover("const($MO^DE"))
                .isEqualTo("`$MODE`\n\n````ringfence\nmatch `open($DOOR, $MODE)` as $CALL\n````");
        assertThat(
                        hover(
                                "at $DOOR \"{$DOOR} {{$DOOR}} {value-of($DOOR, \\\"$DOOR\\\")}\"\n    related $CA^LL"))
                .startsWith("`$CALL`: call\n\n");
    }

    @Test
    void showsNothingForTheRest() {
        assertThat(hover("hi^gh")).isEmpty();
        assertThat(hover("^\n\nset")).isEmpty();
    }
}
