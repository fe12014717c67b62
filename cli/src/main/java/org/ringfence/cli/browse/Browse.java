package org.ringfence.cli.browse;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jline.keymap.BindingReader;
import org.jline.keymap.KeyMap;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.ringfence.report.Style;

/** Searching on the terminal of this process. */
public final class Browse {
    private static final long ESCAPE_MILLIS = 60;

    private final Terminal terminal;
    private final Screen screen;
    private final Display display;

    private Browse(Terminal terminal, Source source, Style style) {
        this.terminal = terminal;
        this.screen = new Screen(source, style);
        this.display = new Display(terminal, true);
    }

    /**
     * Lets a person search until they leave.
     *
     * @return whether there is a terminal to do so
     */
    public static boolean run(Source source, Style style) throws IOException {
        Optional<Terminal> there = terminal();
        if (there.isEmpty()) {
            return false;
        }
        try (Terminal terminal = there.get()) {
            new Browse(terminal, source, style).run();
        }
        return true;
    }

    private static Optional<Terminal> terminal() throws IOException {
        try {
            return Optional.of(TerminalBuilder.builder().system(true).dumb(false).build());
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** On a given terminal, which stays open. */
    static void run(Terminal terminal, Source source, Style style) throws IOException {
        new Browse(terminal, source, style).run();
    }

    private void run() throws IOException {
        Attributes before = terminal.enterRawMode();
        terminal.puts(Capability.enter_ca_mode);
        terminal.puts(Capability.keypad_xmit);
        terminal.handle(Terminal.Signal.WINCH, signal -> redraw());
        KeyMap<Key> keys = keys(terminal);
        BindingReader reader = new BindingReader(terminal.reader());
        try {
            draw();
            while (!screen.done()) {
                Key key = reader.readBinding(keys);
                take(key == null ? Key.LEAVE : key, reader.getLastBinding());
                if (key == null) {
                    break;
                }
                draw();
            }
        } finally {
            terminal.puts(Capability.keypad_local);
            terminal.puts(Capability.exit_ca_mode);
            terminal.flush();
            terminal.setAttributes(before);
        }
    }

    private synchronized void take(Key key, String typed) throws IOException {
        int height = height();
        if (key == Key.TYPED) {
            screen.type(typed, height);
        } else {
            screen.press(key, height);
        }
    }

    private int height() {
        return terminal.getHeight() > 3 ? terminal.getHeight() : 24;
    }

    private int width() {
        return terminal.getWidth() > 10 ? terminal.getWidth() : 80;
    }

    /** A terminal of another size has moved what was on it. */
    private synchronized void redraw() {
        display.clear();
        draw();
    }

    private synchronized void draw() {
        int width = width();
        int height = height();
        display.resize(height, width);
        List<AttributedString> lines =
                screen.lines(width, height).stream()
                        .map(line -> AttributedString.fromAnsi(line, terminal))
                        .map(line -> line.columnSubSequence(0, width))
                        .toList();
        display.update(lines, screen.cursor(width));
    }

    private static KeyMap<Key> keys(Terminal terminal) {
        KeyMap<Key> keys = new KeyMap<>();
        keys.setAmbiguousTimeout(ESCAPE_MILLIS);
        keys.setUnicode(Key.TYPED);
        keys.setNomatch(Key.TYPED);
        for (char c = ' '; c < 0x7f; c++) {
            keys.bind(Key.TYPED, String.valueOf(c));
        }
        bind(keys, Key.UP, KeyMap.key(terminal, Capability.key_up), "\033[A", KeyMap.ctrl('P'));
        bind(keys, Key.DOWN, KeyMap.key(terminal, Capability.key_down), "\033[B", KeyMap.ctrl('N'));
        bind(keys, Key.PAGE_UP, KeyMap.key(terminal, Capability.key_ppage), "\033[5~");
        bind(keys, Key.PAGE_DOWN, KeyMap.key(terminal, Capability.key_npage), "\033[6~");
        bind(keys, Key.ENTER, "\r", "\n");
        bind(keys, Key.ERASE, "\177", KeyMap.ctrl('H'));
        bind(keys, Key.CLEAR, KeyMap.ctrl('U'));
        bind(keys, Key.OPEN, KeyMap.ctrl('O'));
        bind(keys, Key.LEAVE, KeyMap.esc(), KeyMap.ctrl('C'), KeyMap.ctrl('D'));
        return keys;
    }

    private static void bind(KeyMap<Key> keys, Key key, String... sequences) {
        for (String sequence : sequences) {
            if (sequence != null) {
                keys.bind(key, sequence);
            }
        }
    }
}
