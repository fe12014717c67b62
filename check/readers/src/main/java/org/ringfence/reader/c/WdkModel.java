package org.ringfence.reader.c;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.reader.VocabularyText;
import org.ringfence.subject.Source;

/**
 * What the headers of the WDK declare, from the resources in {@code wdk}: one prototype a line.
 * Lines are only split when the first name is asked for; a line is parsed when its name is.
 */
final class WdkModel {
    private static final String[] ROUTINES = {
        "io.h",
        "ex.h",
        "ke.h",
        "zw.h",
        "rtl.h",
        "intrinsics.h",
        "wdf.h",
        "filesystem.h",
        "miniports.h"
    };
    private static final Pattern IRQL = Pattern.compile("#pragma irql (\\w+)");

    private WdkModel() {}

    /**
     * @param text the declaration
     * @param irql the highest IRQL, {@code any} if there is none
     */
    private record Line(String text, String irql) {}

    private static final class Routines {
        private static final Map<String, Line> LINES = lines(ROUTINES);
        private static final Map<String, Signature> READ = new ConcurrentHashMap<>();
    }

    private static final class Roles {
        private static final Map<String, Line> LINES = lines("roles.h");
    }

    private static final class Structures {
        private static final Symbols SYMBOLS = symbols(String.join("\n", text("structures.h")));
    }

    private static List<String> text(String resource) {
        return VocabularyText.rawLines(WdkModel.class, "wdk/" + resource);
    }

    private static Map<String, Line> lines(String... resources) {
        Map<String, Line> found = new TreeMap<>();
        for (String resource : resources) {
            String irql = "any";
            for (String line : text(resource)) {
                Matcher group = IRQL.matcher(line);
                if (group.matches()) {
                    irql = group.group(1);
                } else if (line.endsWith(");")) {
                    found.put(name(line), new Line(line, irql));
                }
            }
        }
        return Collections.unmodifiableMap(found);
    }

    /** The word before the bracket that the last one closes. */
    private static String name(String line) {
        int depth = 0;
        int at = line.length() - 2;
        do {
            char c = line.charAt(at--);
            depth += c == ')' ? 1 : c == '(' ? -1 : 0;
        } while (depth > 0);
        int end = at + 1;
        while (Character.isJavaIdentifierPart(line.charAt(at))) {
            at--;
        }
        return line.substring(at + 1, end);
    }

    private static Symbols symbols(String text) {
        Tree tree = Tree.parse(Lexer.lex(text), Dialect.C, Configuration.ANY);
        return new Symbols(new Source("wdk", text), tree, Configuration.ANY);
    }

    private static final class Strings {
        private static final Map<String, String> TEXTS = strings();
    }

    private static Map<String, String> strings() {
        Map<String, String> found = new TreeMap<>();
        for (String line : VocabularyText.lines(WdkModel.class, "wdk/strings.txt")) {
            int equals = line.indexOf(" = ");
            if (equals > 0) {
                found.put(line.substring(0, equals), line.substring(equals + 3));
            }
        }
        return found;
    }

    /** What a string of the headers says. */
    static Optional<String> string(String name) {
        return Optional.ofNullable(Strings.TEXTS.get(name));
    }

    /** Names of routines, in order. */
    static Set<String> routines() {
        return Routines.LINES.keySet();
    }

    static boolean isRole(String type) {
        return Roles.LINES.containsKey(type);
    }

    /** Types and structures. */
    static Symbols structures() {
        return Structures.SYMBOLS;
    }

    static Optional<Signature> routine(String name) {
        Line line = Routines.LINES.get(name);
        return line == null
                ? Optional.empty()
                : Optional.of(Routines.READ.computeIfAbsent(name, key -> read(line)));
    }

    /** The signature of a routine that is declared with a role typedef. */
    static Optional<Signature> role(String type) {
        return Optional.ofNullable(Roles.LINES.get(type)).map(WdkModel::read);
    }

    private static Signature read(Line line) {
        Symbols home = symbols(line.text());
        String name = name(line.text());
        return home.signature(name)
                .orElseThrow(() -> new IllegalStateException("no prototype: " + line.text()));
    }

    /** Empty for a routine that may be called at any, or that is not known. */
    static String irql(String name) {
        Line line = Routines.LINES.get(name);
        return line == null || line.irql().equals("any") ? "" : line.irql();
    }
}
