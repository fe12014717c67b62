package org.ringfence.site.highlight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Tells the words of code apart, by language.
 *
 * <pre>{@code
 * new Highlighter(Set.of("rule", "match")).tokens("c", "return 0; // done");
 * }</pre>
 */
public final class Highlighter {
    /** A longer text stays plain. */
    private static final int MAX_LENGTH = 1 << 18;

    private final Map<String, Function<String, Lexer>> lexers = new HashMap<>();

    /**
     * @param keywords of the rules language
     */
    public Highlighter(Set<String> keywords) {
        Set<String> words = Set.copyOf(keywords);
        put(
                CLexer::new,
                "c cpp c++ cxx h hpp cc cs csharp js javascript java idl mof managedcplusplus asl");
        put(InfLexer::new, "inf inx ini reg registry");
        put(SddlLexer::new, "sddl");
        put(XmlLexer::new, "xml html manifest vcxproj props targets");
        put(YamlLexer::new, "yaml yml json");
        put(ShellLexer::new, "sh bash shell console cmd bat dos command powershell ps1");
        put(DebuggerLexer::new, "dbgcmd dbgsyntax windbg");
        put(text -> new RulesLexer(text, words), "rules");
    }

    private void put(Function<String, Lexer> lexer, String languages) {
        for (String language : languages.split(" ")) {
            lexers.put(language, lexer);
        }
    }

    /**
     * Returns the runs of a text that are more than plain, in order and without overlap.
     *
     * @param language as a fence or a file ending names it; nothing comes of an unknown one
     */
    public List<Token> tokens(String language, String code) {
        var lexer = lexers.get(language.toLowerCase(Locale.ROOT));
        return lexer == null || code.length() > MAX_LENGTH
                ? List.of()
                : List.copyOf(lexer.apply(code).run());
    }

    /** A piece of a text; {@code style} is empty where it is plain. */
    public record Run(String style, String text) {}

    /** Returns a text in pieces, line by line, without the line feeds. */
    public List<List<Run>> lines(String language, String code) {
        List<List<Run>> lines = new ArrayList<>();
        List<Run> line = new ArrayList<>();
        int at = 0;
        for (Token token : tokens(language, code)) {
            line = add(code.substring(at, token.start()), "", line, lines);
            line =
                    add(
                            code.substring(token.start(), token.end()),
                            token.kind().style(),
                            line,
                            lines);
            at = token.end();
        }
        line = add(code.substring(at), "", line, lines);
        lines.add(List.copyOf(line));
        return List.copyOf(lines);
    }

    /** Adds a piece and returns the line that is open behind it. */
    private static List<Run> add(String text, String style, List<Run> line, List<List<Run>> lines) {
        List<Run> open = line;
        int start = 0;
        for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', start)) {
            append(text.substring(start, feed), style, open);
            lines.add(List.copyOf(open));
            open = new ArrayList<>();
            start = feed + 1;
        }
        append(text.substring(start), style, open);
        return open;
    }

    private static void append(String text, String style, List<Run> line) {
        if (!text.isEmpty()) {
            line.add(new Run(style, text));
        }
    }
}
