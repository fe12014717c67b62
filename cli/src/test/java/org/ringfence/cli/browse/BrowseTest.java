package org.ringfence.cli.browse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.report.Style;

/** Keys as a terminal sends them; the escape key alone is told from arrows by time, so not here. */
@Timeout(60)
class BrowseTest {
    private static String screenAfter(String keys, Doors doors) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Terminal terminal =
                new ExternalTerminal(
                        "test",
                        "xterm",
                        new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                        out,
                        StandardCharsets.UTF_8)) {
            terminal.setSize(new Size(60, 12));
            Browse.run(terminal, doors, Style.PLAIN);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void keysOfATerminalSearchChooseReadAndLeave() throws IOException {
        Doors doors = new Doors();
        String screen = screenAfter("kez\177y\033[B\r\003\004", doors);
        assertThat(doors.asked).containsExactly("k", "ke", "kez", "ke", "key");
        assertThat(screen).contains("Locks > Keys", "line 0");
        assertThat(screen).doesNotContain("\033[2J.");
    }

    @Test
    void anInputThatEndsLeaves() throws IOException {
        Doors doors = new Doors();
        screenAfter("a", doors);
        assertThat(doors.asked).containsExactly("a");
    }
}
