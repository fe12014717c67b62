package org.ringfence.dsl.ide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.dsl.Compile;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class DiagnosticsTest extends ServerTest {
    private static final String RULE = Compile.rule("");

    @TempDir Path folder;

    private String write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return Uris.of(file);
    }

    @Test
    void areThoseOfTheCompiler() {
        Editor editor = editor();
        String text = Compile.rule("where $DOR.name == \"a\" and shut($DOOR)\n");
        editor.open(URI, text);
        assertThat(String.join("\n", editor.diagnostics(URI)) + "\n")
                .isEqualTo(Compile.problems(text));
        assertThat(editor.raw(URI).get(0))
                .satisfies(
                        d -> {
                            assertThat(d.getRange())
                                    .isEqualTo(
                                            new Range(new Position(11, 6), new Position(11, 10)));
                            assertThat(d.getCode().getLeft()).isEqualTo("unbound");
                            assertThat(d.getSource()).isEqualTo("ringfence");
                        });
    }

    @Test
    void followWhatIsTyped() {
        Editor editor = editor();
        editor.open(URI, RULE);
        assertThat(editor.diagnostics(URI)).isEmpty();
        editor.replace(URI, new Range(new Position(4, 13), new Position(4, 17)), "hig");
        assertThat(editor.diagnostics(URI))
                .containsExactly(
                        "5:14 `hig` is none of `critical`, `high`, `medium`, `low`; did you mean"
                                + " `high`?");
        editor.replace(URI, new Range(new Position(4, 13), new Position(4, 16)), "high");
        assertThat(editor.diagnostics(URI)).isEmpty();
    }

    @Test
    void ofOtherFilesFollowToo() throws IOException {
        String set = write("s.rules", "pack p\n\nset doors = { a }\n");
        String rule = write("r.rules", Compile.rule("where $DOOR in doors\n"));
        Editor editor = editor(folder);
        assertThat(editor.diagnostics(set)).isEmpty();
        assertThat(editor.diagnostics(rule)).isEmpty();
        editor.open(set, Files.readString(Uris.path(set).orElseThrow()));
        editor.replace(set, new Range(new Position(2, 4), new Position(2, 9)), "gates");
        assertThat(editor.diagnostics(rule, all -> !all.isEmpty()))
                .containsExactly(
                        "12:16 `doors` is no constant or collection of `toy` and no set, map or"
                                + " parameter");
        editor.close(set);
        assertThat(editor.diagnostics(rule, List::isEmpty)).isEmpty();
    }

    @Test
    void followFilesThatOthersChange() throws IOException {
        String set = write("s.rules", "pack p\n\nset doors = { a }\n");
        String rule = write("r.rules", Compile.rule("where $DOOR in doors\n"));
        Editor editor = editor(folder);
        assertThat(editor.diagnostics(rule)).isEmpty();
        Files.delete(Uris.path(set).orElseThrow());
        editor.server()
                .getWorkspaceService()
                .didChangeWatchedFiles(
                        new DidChangeWatchedFilesParams(
                                List.of(new FileEvent(set, FileChangeType.Deleted))));
        assertThat(editor.diagnostics(rule, all -> !all.isEmpty())).hasSize(1);
        write("s.rules", "pack p\n\nset doors = { a }\n");
        editor.server()
                .getWorkspaceService()
                .didChangeWatchedFiles(
                        new DidChangeWatchedFilesParams(
                                List.of(new FileEvent(set, FileChangeType.Created))));
        assertThat(editor.diagnostics(rule, List::isEmpty)).isEmpty();
    }

    @Test
    void knowWhatMayBeImported() {
        Editor editor = editor();
        String text = Compile.rule("where $DOOR in locks\n");
        editor.open(URI, text);
        assertThat(editor.diagnostics(URI)).hasSize(1);
        Position behindPack = new Position(1, 0);
        editor.replace(URI, new Range(behindPack, behindPack), "import lib::locks::*\n");
        assertThat(editor.diagnostics(URI)).isEmpty();
        editor.replace(URI, new Range(behindPack, new Position(2, 0)), "");
        assertThat(editor.diagnostics(URI)).hasSize(1);
    }

    @Test
    void showABadExampleThatIsNotFoundAtTheExample() {
        Editor editor = editor();
        editor.open(URI, RULE.replace("bad `open(a, 1)`", "bad `shut(a, 1)`"));
        assertThat(editor.diagnostics(URI, all -> !all.isEmpty()))
                .containsExactly("9:5 the rule finds nothing in this, though it is `bad`");
    }

    @Test
    void showWhatIsFoundInGoodCodeOnItsLine() {
        Editor editor = editor();
        editor.open(
                URI,
                RULE.replace(
                        "good `shut(a)`", "good ```\n        shut(a)\n        open(b)\n    ```"));
        assertThat(editor.diagnostics(URI, all -> !all.isEmpty()))
                .containsExactly("12:9 this is found, though it is `good`: opens");
        assertThat(editor.raw(URI).get(0).getRange())
                .isEqualTo(new Range(new Position(11, 8), new Position(11, 12)));
    }

    @Test
    void goAwayWithTheExampleThatWasWrong() {
        Editor editor = editor();
        editor.open(URI, RULE.replace("bad `open(a, 1)`", "bad `shut(a, 1)`"));
        assertThat(editor.diagnostics(URI, all -> !all.isEmpty())).hasSize(1);
        editor.replace(URI, new Range(new Position(8, 9), new Position(8, 13)), "open");
        assertThat(editor.diagnostics(URI, List::isEmpty)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "untitled:Untitled-1",
                "git:/repo/a.rules?ref=HEAD",
                "file:///nowhere/at/all/a.rules",
                "inmemory://model/1",
                "%%%"
            })
    void areGivenForDocumentsOfAnyAddress(String uri) {
        Editor editor = editor(folder);
        editor.open(uri, RULE.replace("high", "hig"));
        assertThat(editor.diagnostics(uri)).hasSize(1);
        editor.close(uri);
        assertThat(editor.diagnostics(uri, List::isEmpty)).isEmpty();
        assertThat(editor.log()).isEmpty();
    }

    @Test
    void areRightAfterAWholeRuleWasTypedCharacterByCharacter() {
        Editor editor = editor();
        String text =
                Compile.rule(
                        "where const($MODE) == READ or $DOOR.name == \"a\"\n"
                                + "unless any $C in calls satisfies ($C.count == 1)\n"
                                + "report at $CALL \"again {$DOOR}\" related $DOOR \"x {$MODE}\"\n");
        editor.open(URI, "");
        editor.type(URI, text);
        assertThat(editor.text(URI)).isEqualTo(text);
        assertThat(
                        editor.diagnostics(
                                URI, all -> all.equals(Compile.problems(text).lines().toList())))
                .containsExactly("14:1 a rule has one `report`; this is another");
        assertThat(editor.log()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rule",
                "\u0000\uFFFF\uD800",
                "pack p\nrule r on toy { match `open($",
                "pack p\nrule r on toy { bad ```",
                "pack p version \"1\"\nrule r on toy { match `crash` }",
                "/*"
            })
    void surviveBrokenTexts(String text) {
        Editor editor = editor();
        editor.open(URI, text);
        assertThat(editor.diagnostics(URI)).isNotEmpty();
        assertThat(editor.log()).isEmpty();
    }

    @Test
    void surviveWhatIsNestedTooDeeply() {
        Editor editor = editor();
        editor.open(URI, "pack p\nrule r on toy { where " + "(".repeat(200_000));
        assertThat(editor.diagnostics(URI)).containsExactly("1:1 this file is nested too deeply");
        editor.replace(URI, new Range(new Position(0, 0), new Position(9, 0)), RULE);
        assertThat(editor.diagnostics(URI)).isEmpty();
        assertThat(editor.log()).isEmpty();
    }
}
