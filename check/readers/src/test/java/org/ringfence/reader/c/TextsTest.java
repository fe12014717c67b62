package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ringfence.subject.Node;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

class TextsTest {
    private static final String TEXT =
            """
            #define NAME L"\\\\Device\\\\X"
            DECLARE_CONST_UNICODE_STRING(Declared, NAME);
            UNICODE_STRING Global = RTL_CONSTANT_STRING(L"global");
            static const UNICODE_STRING Parts = { 2, 4, L"p" };
            void f(PUNICODE_STRING given) {
                UNICODE_STRING set, twice, local = RTL_CONSTANT_STRING(NAME);
                PCWSTR plain = L"plain";
                RtlInitUnicodeString(&set, NAME);
                RtlInitUnicodeString(&twice, L"a");
                RtlInitUnicodeString(&twice, L"b");
                use(%s);
            }
            """;

    private static Value of(String expression) {
        Subject subject = Sources.c(String.format(TEXT, expression));
        Node use =
                Sources.all(subject, "call").stream()
                        .filter(call -> call.children().get(0).label().equals("use"))
                        .findFirst()
                        .orElseThrow();
        return subject.evaluate("text", List.of(new Value.Element(use.children().get(1))));
    }

    @ParameterizedTest
    @CsvSource({
        "&set,\\Device\\X",
        "&Declared,\\Device\\X",
        "&local,\\Device\\X",
        "&Global,global",
        "&Parts,p",
        "plain,plain",
        "(PUNICODE_STRING)&SDDL_DEVOBJ_SYS_ALL,D:P(A;;GA;;;SY)"
    })
    void stringsAreFollowedToTheirLiterals(String expression, String text) {
        assertThat(of(expression)).isEqualTo(new Value.Text(text));
    }

    @Test
    void whatIsNotOneTextSaysWhy() {
        assertThat(of("&twice")).isEqualTo(new Value.Unknown("`twice` is set to several texts"));
        assertThat(of("given")).isEqualTo(new Value.Unknown("`given` is not a text here"));
    }
}
