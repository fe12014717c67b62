package org.ringfence.dsl.ide;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.ringfence.dsl.Compile;
import org.ringfence.dsl.ToyReader;
import org.ringfence.dsl.compile.ExampleRunner;
import org.ringfence.rule.Rule;

/** Tests that talk to a server over its protocol. */
abstract class ServerTest {
    static final String URI = "untitled:a.rules";

    private static final String LIBRARY = "pack lib::locks\n\nset locks = { lock }\n";

    private final List<Editor> editors = new ArrayList<>();

    /** The toy's examples: whatever opens is found. */
    private static List<ExampleRunner.Outcome> run(Rule rule) {
        return rule.examples().stream().map(ServerTest::outcome).toList();
    }

    private static ExampleRunner.Outcome outcome(Rule.Example example) {
        List<ExampleRunner.Found> lines = new ArrayList<>();
        String[] code = example.code().split("\n", -1);
        for (int i = 0; i < code.length; i++) {
            if (code[i].contains("open")) {
                lines.add(new ExampleRunner.Found(i + 1, 1, 4, "opens"));
            }
        }
        boolean right = (example.kind() == Rule.Example.Kind.BAD) != lines.isEmpty();
        String failure =
                example.todo() && right
                        ? "this `todo` passes now"
                        : right || example.todo()
                                ? ""
                                : lines.isEmpty() ? "found nothing" : "found " + lines;
        return new ExampleRunner.Outcome(failure, lines);
    }

    final Editor editor(Path... folders) {
        Editor editor =
                new Editor(
                        (in, out) ->
                                RulesServer.run(
                                        in,
                                        out,
                                        new Environment(
                                                List.of(new ToyReader()),
                                                f -> Compile.GUIDANCE,
                                                Map.of("lib", LIBRARY),
                                                ServerTest::run)),
                        folders);
        editors.add(editor);
        return editor;
    }

    @AfterEach
    void closeEditors() {
        editors.forEach(Editor::close);
    }
}
