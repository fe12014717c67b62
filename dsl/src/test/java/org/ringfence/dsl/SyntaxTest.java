package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SyntaxTest {
    @Test
    void isWrittenInTheOrderOfTheGrammar() {
        assertThat(Syntax.productions().keySet())
                .startsWith("rules-file", "import", "element", "value-def")
                .contains("fix-clause", "relation")
                .doesNotContain("word");
    }

    @Test
    void keepsChoicesRepetitionsAndOptions() {
        assertThat(Syntax.productions())
                .containsEntry("severity-clause", "'severity' ID ('when' cond)?")
                .containsEntry("topic-clause", "'topic' topic-id (',' topic-id)*")
                .containsEntry(
                        "match-clause",
                        "'match' ('each' METAVAR 'in' expression | match-step ('then' match-step)*)")
                .containsEntry("set-def", "'set' ID '=' '{' atom (',' atom)* '}'")
                .containsEntry("code", "LINE | BLOCK");
    }
}
