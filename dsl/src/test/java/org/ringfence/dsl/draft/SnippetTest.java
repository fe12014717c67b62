package org.ringfence.dsl.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void leavesOutMarkersAndWhatIsAround() {
        assertThat(
                        Snippet.of(
                                "\n\n    if (a) { //!! some-rule\r\n        b();\n\n    }\n\n",
                                "//!!"))
                .isEqualTo(new Snippet(List.of("if (a) {", "    b();", "", "}")));
    }

    @Test
    void marksLines() {
        assertThat(new Snippet(List.of("a", "b", "c")).marked(List.of(1, 3), ";!!").lines())
                .containsExactly("a ;!!", "b", "c ;!!");
    }

    @Test
    void isABlockOfATest() {
        assertThat(new Snippet(List.of("a", "", "b")).block("  "))
                .isEqualTo("```\n      a\n\n      b\n  ```");
    }
}
