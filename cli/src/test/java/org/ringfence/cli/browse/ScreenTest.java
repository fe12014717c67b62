package org.ringfence.cli.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.report.Style;

class ScreenTest {
    private static final int WIDTH = 24;
    private static final int HEIGHT = 8;

    private final Doors doors = new Doors();
    private final Screen screen = new Screen(doors, Style.PLAIN);

    private List<String> shown() {
        return screen.lines(WIDTH, HEIGHT).subList(0, HEIGHT - 1);
    }

    private void press(Key... keys) throws IOException {
        for (Key key : keys) {
            screen.press(key, HEIGHT);
        }
    }

    @Test
    void searchesWithEachKeyAndShowsWhatWasFound() throws IOException {
        screen.type("d", HEIGHT);
        screen.type("o", HEIGHT);
        assertThat(doors.asked).containsExactly("d", "do");
        assertThat(shown())
                .containsExactly(
                        "Search: do",
                        "",
                        "> Doors",
                        "    All about Doors[2J.",
                        "  Locks > Keys",
                        "    All about Locks[2J.",
                        "");
        assertThat(screen.cursor(WIDTH)).isEqualTo(10);
    }

    @Test
    void erasesWholeCharactersAndClears() throws IOException {
        screen.type("a\uD83D\uDD11", HEIGHT);
        press(Key.ERASE);
        assertThat(shown()).first().isEqualTo("Search: a");
        press(Key.CLEAR, Key.ERASE);
        assertThat(shown()).containsOnly("Search: ", "");
    }

    @Test
    void readsTheChosenPageFromTheSectionThatAnswers() throws IOException {
        screen.type("x", HEIGHT);
        press(Key.DOWN, Key.DOWN, Key.ENTER);
        assertThat(shown()).startsWith("## Keys", "line 0").doesNotContain("# Locks");
        press(Key.UP, Key.UP, Key.UP, Key.UP);
        assertThat(shown()).startsWith("# Locks", "Evil[2J text that is", "wide", "## Keys");
        press(Key.LEAVE);
        assertThat(shown()).contains("> Locks > Keys");
        assertThat(screen.done()).isFalse();
        press(Key.LEAVE);
        assertThat(screen.done()).isTrue();
    }

    @Test
    void scrollsNoFurtherThanTheEnd() throws IOException {
        screen.type("x", HEIGHT);
        press(Key.ENTER);
        assertThat(shown()).startsWith("# Doors");
        press(Key.PAGE_DOWN, Key.PAGE_DOWN, Key.PAGE_DOWN, Key.PAGE_DOWN, Key.PAGE_DOWN);
        assertThat(shown()).startsWith("line 13").endsWith("line 19");
        shown();
        screen.type("b", HEIGHT);
        assertThat(shown()).startsWith("line 8");
        screen.type(" ", HEIGHT);
        assertThat(shown()).startsWith("line 13");
        screen.type("q", HEIGHT);
        assertThat(shown()).first().isEqualTo("Search: x");
    }

    @Test
    void saysWhatWasOpenedUntilTheNextKey() throws IOException {
        press(Key.OPEN, Key.ENTER);
        screen.type("x", HEIGHT);
        press(Key.OPEN);
        assertThat(screen.lines(WIDTH, HEIGHT)).last().isEqualTo("Opened doors");
        press(Key.DOWN);
        assertThat(screen.lines(WIDTH, HEIGHT)).last().asString().startsWith("type to search");
    }

    @Test
    void noLineIsWiderThanTheScreenNorAreThereMoreThanFit() throws IOException {
        screen.type("x".repeat(600), HEIGHT);
        for (int height : new int[] {4, 5, 30}) {
            assertThat(screen.lines(WIDTH, height)).hasSize(height);
            assertThat(screen.lines(WIDTH, height).stream().skip(1))
                    .allMatch(line -> line.length() <= WIDTH);
        }
        assertThat(screen.cursor(WIDTH)).isEqualTo(WIDTH - 1);
    }
}
