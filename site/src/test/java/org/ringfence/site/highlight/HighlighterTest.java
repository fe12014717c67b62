package org.ringfence.site.highlight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HighlighterTest {
    private static final Highlighter HIGHLIGHTER =
            new Highlighter(Set.of("rule", "on", "match", "where", "function-like"));

    /** Writes each token as {@code kind:text}. */
    private static String tokens(String language, String code) {
        return HIGHLIGHTER.tokens(language, code).stream()
                .map(t -> t.kind().style().substring(2) + ":" + code.substring(t.start(), t.end()))
                .collect(Collectors.joining(" | "));
    }

    @Test
    void readsC() {
        assertThat(
                        tokens(
                                "c",
                                "#include <ntddk.h>\nif (Zw(\"a\\\"b\") == 0x1F) { /* no */ return STATUS_X; } // end"))
                .isEqualTo(
                        "directive:#include | string:<ntddk.h> | keyword:if | function:Zw"
                                + " | string:\"a\\\"b\" | number:0x1F | comment:/* no */ | keyword:return"
                                + " | constant:STATUS_X | comment:// end");
    }

    @Test
    void readsInf() {
        assertThat(tokens("inf", "[Version]\nClass = %Name%, \"x\" ; note\n  HKR,,Y,0x10"))
                .isEqualTo(
                        "directive:[Version] | name:Class | variable:%Name% | string:\"x\""
                                + " | comment:; note | number:0x10");
    }

    @Test
    void readsSecurityDescriptors() {
        assertThat(tokens("sddl", "O:BAD:P(A;OICI;GRGW;;;S-1-5-18)(D;;0x1;;;WD)"))
                .isEqualTo(
                        "directive:O: | directive:D: | keyword:A | name:OICI | constant:GRGW"
                                + " | function:S-1-5-18 | keyword:D | number:0x1 | function:WD");
    }

    @Test
    void readsXml() {
        assertThat(tokens("xml", "<?xml v=\"1\"?><!-- c --><a b='x'>t &lt;</a>"))
                .isEqualTo(
                        "directive:<?xml | name:v | string:\"1\" | directive:?> | comment:<!-- c -->"
                                + " | directive:<a | name:b | string:'x' | directive:> | constant:&lt;"
                                + " | directive:</a | directive:>");
    }

    @Test
    void readsYaml() {
        assertThat(tokens("yaml", "---\nname: it's \"x\" # no\n- port: 80\n- on: true"))
                .isEqualTo(
                        "directive:--- | name:name | string:\"x\" | comment:# no | name:port | number:80"
                                + " | name:on | keyword:true");
    }

    @Test
    void readsWhatIsTypedAtATerminal() {
        assertThat(tokens("console", "$ ringfence check --set n=$HOME | more\nfine\nC:\\> dir /s"))
                .isEqualTo(
                        "prompt:$  | function:ringfence | name:--set | variable:$HOME | function:more"
                                + " | function:fine | prompt:C:\\>  | function:dir | name:/s");
    }

    @Test
    void readsDebuggerCommands() {
        assertThat(tokens("dbgcmd", "0: kd> !process 0 fffff80012345678\nnt!KiBug+0x20 .reload"))
                .isEqualTo(
                        "prompt:0: kd>  | keyword:!process | number:fffff80012345678"
                                + " | function:nt!KiBug | number:0x20 | keyword:.reload");
    }

    @Test
    void readsRulesWithTheWordsOfTheirGrammar() {
        assertThat(
                        tokens(
                                "rules",
                                "rule no-on on c {\n  match `F($X)` where f($X) == GENERIC // x"))
                .isEqualTo(
                        "keyword:rule | keyword:on | keyword:match | string:`F($X)` | keyword:where"
                                + " | function:f | variable:$X | constant:GENERIC | comment:// x");
    }

    @Test
    void anUnknownLanguageStaysPlain() {
        assertThat(HIGHLIGHTER.tokens("cobol", "if x")).isEmpty();
        assertThat(HIGHLIGHTER.lines("", "a\n\nb"))
                .containsExactly(
                        List.of(new Highlighter.Run("", "a")),
                        List.of(),
                        List.of(new Highlighter.Run("", "b")));
    }

    @ParameterizedTest
    @CsvSource({"C,c", "Cpp,c", "INX,inf", "cmd,sh", "yml,yaml", "json,yaml"})
    void namesOfALanguageMeanTheSame(String one, String other) {
        String code = "#define A \"b\"\n[c] ; d\nkey: 1";
        assertThat(HIGHLIGHTER.tokens(one, code)).isEqualTo(HIGHLIGHTER.tokens(other, code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "'",
                "/*",
                "<!--",
                "<",
                "&",
                "`",
                "```",
                "(",
                ";",
                "%",
                "$",
                "#",
                "\\",
                "[",
                "!",
                ":",
                "PS ",
                "\n",
                "\r",
                "\0",
                "\ud83d",
                "a",
                "0",
                " ",
                "kd>",
                "<![CDATA["
            })
    void everyCharacterIsKeptAndTimeIsLinear(String unit) {
        String code = unit.repeat(60_000 / unit.length());
        for (String language :
                List.of("c", "inf", "sddl", "xml", "yaml", "sh", "dbgcmd", "rules")) {
            String kept =
                    HIGHLIGHTER.lines(language, code).stream()
                            .map(
                                    line ->
                                            line.stream()
                                                    .map(Highlighter.Run::text)
                                                    .collect(Collectors.joining()))
                            .collect(Collectors.joining("\n"));
            assertThat(kept.equals(code)).as(language).isTrue();
        }
    }
}
