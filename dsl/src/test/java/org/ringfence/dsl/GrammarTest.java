package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.antlr.Tool;
import org.antlr.tool.ANTLRErrorListener;
import org.antlr.tool.ErrorManager;
import org.antlr.tool.Message;
import org.antlr.tool.ToolMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the generated grammar against ANTLR's own report, which a build would only print. */
class GrammarTest {
    private static final class Collected implements ANTLRErrorListener {
        final List<String> messages = new ArrayList<>();

        @Override
        public void info(String message) {}

        @Override
        public void error(Message message) {
            messages.add(message.toString());
        }

        @Override
        public void warning(Message message) {
            messages.add(message.toString());
        }

        @Override
        public void error(ToolMessage message) {
            messages.add(message.toString());
        }
    }

    private static List<String> reported(Path grammar, Path out) throws Exception {
        Collected collected = new Collected();
        ErrorManager.setErrorListener(collected);
        Tool tool = new Tool(new String[] {"-o", out.toString(), grammar.toString()});
        tool.process();
        return collected.messages;
    }

    @Test
    void hasNoAmbiguity(@TempDir Path out) throws Exception {
        Path grammar =
                Path.of(
                        "target/generated-sources/xtext/org/ringfence/dsl/parser/antlr/internal/InternalRules.g");

        assertThat(reported(grammar, out)).isEmpty();
    }

    @Test
    void wouldReportAnAmbiguity(@TempDir Path out) throws Exception {
        Path grammar = out.resolve("Ambiguous.g");
        Files.writeString(grammar, "grammar Ambiguous;\na : 'x' | b ;\nb : 'x' ;\n");

        assertThat(reported(grammar, out)).isNotEmpty();
    }
}
