package org.ringfence.reader.c;

import java.util.List;
import java.util.stream.Stream;
import org.ringfence.subject.Source;

/** Files that hold what a pattern looks like, in each of the places where C allows it. */
final class Samples {
    private static final List<String> AROUND =
            List.of(
                    "void f(void) { %s; }",
                    "%s",
                    "void f(void) { %s }",
                    "void f(void) { sample = %s; }",
                    "void f(void) { g(%s); }",
                    "void f(void) { switch (sample) { %s } }",
                    "void f(void) { while (sample) { %s } }",
                    "void f(void) { try { g(); } %s }",
                    "int sample[] = %s;",
                    "struct sample { %s };",
                    "#define SAMPLE %s");

    private Samples() {}

    static List<Source> of(String literal) {
        String less = literal.replaceAll(",\\s*\\$\\.\\.\\.\\w*", "");
        String without = less.replaceAll("\\$\\.\\.\\.\\w*\\s*,?", "");
        // a hole may stand for a variable, or for the name of a type
        return Stream.of("v_", "T_")
                .map(name -> without.replaceAll("(?<!\\$)\\$(?=[A-Za-z_])", name))
                .map(text -> text.replace("$$", "$"))
                .flatMap(text -> Stream.of("c", "cpp").flatMap(type -> files(text, type)))
                .toList();
    }

    private static Stream<Source> files(String text, String type) {
        return AROUND.stream()
                .map(around -> new Source("sample." + type, around.replace("%s", text)));
    }
}
