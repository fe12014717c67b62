package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.subject.Neighbours;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;

/**
 * The symbols of included files. It remembers those read last, up to a limit of characters, and may
 * be used by many threads: two that need one file at once read it twice.
 */
final class IncludedFiles {
    private static final int MAX_FILES = 300;
    private static final int MAX_DEPTH = 24;
    private static final long MAX_REMEMBERED = 16L << 20;

    private final Neighbours neighbours;
    private final Configuration configuration;
    private final Map<String, Symbols> remembered = new LinkedHashMap<>(64, 0.75f, true);
    private long characters;

    IncludedFiles(Neighbours neighbours, Configuration configuration) {
        this.neighbours = neighbours;
        this.configuration = configuration;
    }

    /** All that a file includes, directly or not, each once, in the order of the lines. */
    List<Symbols> of(Source source, Tree tree) {
        if (neighbours == Neighbours.NONE) {
            return List.of();
        }
        Map<String, Symbols> found = new LinkedHashMap<>();
        List<String> open = new ArrayList<>(List.of(source.path()));
        gather(source.path(), tree, found, open);
        return List.copyOf(found.values());
    }

    private void gather(String from, Tree tree, Map<String, Symbols> found, List<String> open) {
        for (Node include : tree.all("include")) {
            if (found.size() >= MAX_FILES || open.size() > MAX_DEPTH) {
                return;
            }
            String path = neighbours.path(from, include.label()).orElse("");
            if (path.isEmpty() || found.containsKey(path) || open.contains(path)) {
                continue;
            }
            Optional<Symbols> symbols = symbols(path);
            if (symbols.isPresent()) {
                open.add(path);
                gather(path, symbols.get().tree(), found, open);
                open.remove(open.size() - 1);
                found.put(path, symbols.get());
            }
        }
    }

    private Optional<Symbols> symbols(String path) {
        synchronized (remembered) {
            Symbols known = remembered.get(path);
            if (known != null) {
                return Optional.of(known);
            }
        }
        return neighbours.open(path).map(this::read);
    }

    private Symbols read(Source source) {
        Tree tree = Tree.parse(Lexer.lex(source.text()), Dialect.of(source.path()), configuration);
        Symbols symbols = new Symbols(source, tree, configuration);
        synchronized (remembered) {
            if (remembered.put(source.path(), symbols) == null) {
                characters += source.text().length();
            }
            var eldest = remembered.values().iterator();
            while (characters > MAX_REMEMBERED && remembered.size() > 1) {
                characters -= eldest.next().source().text().length();
                eldest.remove();
            }
        }
        return symbols;
    }
}
