package org.ringfence.cli.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private static final List<Parameter> PARAMETERS =
            List.of(
                    Parameter.text("word", "A word", 4).needed(),
                    Parameter.number("count", "How many", 1, 3),
                    Parameter.flag("loud", "Whether to shout"),
                    Parameter.text("kind", "What it is", 9).oneOf(List.of("c", "inf")));

    private static void refuses(Map<String, Object> given, String message) {
        assertThatThrownBy(() -> Arguments.of(given, PARAMETERS)).hasMessage(message);
    }

    @Test
    void takesWhatFits() {
        Arguments arguments =
                Arguments.of(
                        Map.of("word", "abcd", "count", 3, "loud", true, "kind", "inf"),
                        PARAMETERS);
        assertThat(arguments.text("word")).isEqualTo("abcd");
        assertThat(arguments.number("count", 1)).isEqualTo(3);
        assertThat(arguments.flag("loud")).isTrue();
        assertThat(arguments.text("kind")).isEqualTo("inf");
    }

    @Test
    void whatIsNotGivenIsEmptyOrWhatTheToolTakesInstead() {
        Arguments arguments = Arguments.of(Map.of("word", "a"), PARAMETERS);
        assertThat(arguments.text("kind")).isEmpty();
        assertThat(arguments.number("count", 2)).isEqualTo(2);
        assertThat(arguments.flag("loud")).isFalse();
    }

    @Test
    void refusesAllThatDoesNotFit() {
        refuses(Map.of("word", " "), "`word` is empty");
        refuses(Map.of("word", "abcde"), "`word` has 5 characters; at most 4 are taken");
        refuses(Map.of("word", "a", "count", 4), "`count` is 4; it must be from 1 to 3");
        refuses(Map.of("word", "a", "count", 1.5), "`count` must be a whole number, not Double");
        refuses(Map.of("word", "a", "count", "1"), "`count` must be a whole number, not String");
        refuses(Map.of("word", "a", "loud", "yes"), "`loud` must be true or false, not String");
        refuses(Map.of("word", "a", "kind", "java"), "`kind` must be one of c, inf");
        Map<String, Object> nothing = new HashMap<>();
        nothing.put("word", null);
        refuses(nothing, "`word` must be a text, not null");
    }

    @Test
    void theSchemaSaysTheSame() {
        Tool tool =
                new Tool("t", "T", "A tool", PARAMETERS, asked -> new Tool.Answer("", Map.of()));
        assertThat(tool.schema())
                .containsEntry("required", List.of("word"))
                .extractingByKey("properties")
                .hasToString(
                        "{word={type=string, description=A word, minLength=1, maxLength=4},"
                                + " count={type=integer, description=How many, minimum=1, maximum=3},"
                                + " loud={type=boolean, description=Whether to shout},"
                                + " kind={type=string, description=What it is, enum=[c, inf]}}");
    }
}
