package org.ringfence.dsl.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiteralsTest {
    private final Problems problems = new Problems();
    private final Literals literals = new Literals(problems);

    private String code(String raw) {
        return literals.code(raw, 0).text();
    }

    @Test
    void leavesCodeOnOneLineAsItIs() {
        assertThat(code("` open(a) `")).isEqualTo(" open(a) ");
        assertThat(code("```a `b` c```")).isEqualTo("a `b` c");
        assertThat(code("```  a```")).isEqualTo("  a");
    }

    @Test
    void takesTheCommonIndentationFromABlock() {
        assertThat(
                        code(
                                """
                                ```
                                    if (a) {
                                      b();

                                    }
                                  ```"""))
                .isEqualTo(
                        """
                        if (a) {
                          b();

                        }
                        """);
    }

    @Test
    void doesNotCountTheLineOfTheOpeningFence() {
        assertThat(code("```if (a)\n      b();\n    c();```")).isEqualTo("if (a)\n  b();\nc();");
    }

    @Test
    void mixesNoTabsWithBlanks() {
        assertThat(code("```\n\ta\n\t\tb\n```")).isEqualTo("a\n\tb\n");
        assertThat(code("```\n\ta\n    b\n```")).isEqualTo("\ta\n    b\n");
    }

    @Test
    void endsLinesWithLineFeedsHoweverTheFileDoes() {
        Decoded crlf = literals.code("```\r\n  a\r\n  b\r\n```", 0);

        assertThat(crlf.text()).isEqualTo("a\nb\n");
        assertThat(crlf.place(2, 1)).isEqualTo(new Place(12, 1));
    }

    @Test
    void knowsThePlaceOfEveryCharacter() {
        String raw = "```\n    ab\n      cd\n    ```";
        Decoded block = literals.code(raw, 100);

        assertThat(block.text()).isEqualTo("ab\n  cd\n");
        assertThat(block.place(5, 2)).isEqualTo(new Place(100 + raw.indexOf("cd"), 2));
        assertThat(block.place(0, 7))
                .isEqualTo(new Place(108, raw.indexOf("cd") + 2 - raw.indexOf("ab")));
        assertThat(block.place(99, 5)).isEqualTo(new Place(100 + raw.lastIndexOf("```"), 0));
        assertThat(block.place(-3, -1)).isEqualTo(new Place(108, 0));
    }

    @Test
    void decodesEscapesOfStrings() {
        Decoded text = literals.string("\"a\\\"\\\\\\n\\tb\"", 10);

        assertThat(text.text()).isEqualTo("a\"\\\n\tb");
        assertThat(text.offset(5)).isEqualTo(20);
        assertThat(problems.found()).isEmpty();
    }

    @Test
    void doesNotTakeAnEscapedQuoteForTheEnd() {
        literals.string("\"a\\\"", 7);
        literals.string("\"a\\\\\"", 7);

        assertThat(problems.found())
                .containsExactly(
                        new Problem(
                                true,
                                new Place(7, 4),
                                ProblemCode.LITERAL,
                                "this text is not closed: `\"` is missing at the end of the line"));
    }
}
