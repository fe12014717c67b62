package org.ringfence.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourceTest {
    private final Source source = new Source("a.c", "one\r\ntwo\rthree\n\uD83D\uDE00x");

    @Test
    void countsLinesWithAnyLineEnd() {
        assertThat(source.lineCount()).isEqualTo(4);
        assertThat(source.line(1)).isEqualTo("one");
        assertThat(source.line(2)).isEqualTo("two");
        assertThat(source.line(3)).isEqualTo("three");
        assertThat(source.line(4)).isEqualTo("\uD83D\uDE00x");
    }

    @Test
    void countsColumnsInUtf16Units() {
        assertThat(source.position(0)).isEqualTo(new Position(1, 1));
        assertThat(source.position(5)).isEqualTo(new Position(2, 1));
        assertThat(source.position(source.text().length() - 1)).isEqualTo(new Position(4, 3));
        assertThat(source.position(source.text().length())).isEqualTo(new Position(4, 4));
    }

    @Test
    void hasOneEmptyLineWhenEmpty() {
        Source empty = new Source("e.c", "");
        assertThat(empty.lineCount()).isEqualTo(1);
        assertThat(empty.position(0)).isEqualTo(new Position(1, 1));
        assertThat(empty.line(1)).isEmpty();
    }

    @Test
    void refusesAnOffsetOutside() {
        assertThatThrownBy(() -> source.position(99)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
