package org.ringfence.reader.c;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

class PresenceTest {
    private static final String TEXT =
            """
            #ifndef FILE_H
            #define FILE_H
            void f() {
                always();
            #ifdef SECURE
                guarded();
            #elif A || B
                other();
            #else
                neither();
            #if DBG
                both();
            #endif
            #endif
            }
            #endif
            """;

    private static String of(Subject subject, String callee) {
        for (Node call : subject.collection("calls")) {
            if (call.children().get(0).label().equals(callee)) {
                return ((Value.Text) subject.evaluate("presence", List.of(new Value.Element(call))))
                        .text();
            }
        }
        return "no such call";
    }

    @Test
    void saysUnderWhichConditionsCodeIsThere() {
        Subject subject = Sources.c(TEXT);
        assertThat(of(subject, "always")).isEmpty();
        assertThat(of(subject, "guarded")).isEqualTo("SECURE");
        assertThat(of(subject, "other")).isEqualTo("!SECURE && (A || B)");
        assertThat(of(subject, "neither")).isEqualTo("!SECURE && (!(A || B))");
        assertThat(of(subject, "both")).isEqualTo("!SECURE && (!(A || B)) && DBG");
        assertThat(subject.collection("conditional-groups"))
                .extracting(Node::label)
                .containsExactly("!FILE_H", "SECURE", "DBG");
    }

    @Test
    void aConfigurationLeavesOutWhatCannotBeBuilt() {
        Subject secure =
                new CReader(Configuration.of("", List.of("SECURE"), List.of("DBG")))
                        .read(new Source("a.c", TEXT));
        assertThat(secure.collection("calls"))
                .extracting(call -> call.children().get(0).label())
                .containsExactly("always", "guarded");
        Subject other =
                new CReader(Configuration.of("", List.of("A=0", "B=2"), List.of("SECURE")))
                        .read(new Source("a.c", TEXT));
        assertThat(other.collection("calls"))
                .extracting(call -> call.children().get(0).label())
                .containsExactly("always", "other");
    }
}
