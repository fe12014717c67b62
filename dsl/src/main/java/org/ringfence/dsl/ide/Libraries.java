package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.xtext.resource.XtextResource;
import org.ringfence.dsl.compile.Workspace;
import org.ringfence.dsl.rules.RulesFile;
import org.ringfence.subject.Source;

/**
 * The texts of other packs that a project may import from, as the compiler takes them: all where a
 * file imports anything, but for those of a pack that is written here. Owned by the worker's
 * thread.
 */
final class Libraries {
    private final Map<String, String> texts;
    private final Map<URI, Source> loaded =
            new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));
    private final Set<String> known = new HashSet<>();

    Libraries(Map<String, String> texts) {
        this.texts = texts;
    }

    /** Where resources live. */
    interface Shelf {
        XtextResource put(URI uri, String text);

        void remove(URI uri);
    }

    void addTo(Workspace workspace) {
        loaded.forEach(workspace::addLibrary);
    }

    /** Loads or forgets what the files of a project ask for or define themselves. */
    void update(Collection<Document> documents, Workspace workspace, Shelf shelf) {
        Set<String> wanted = new HashSet<>();
        for (Document document : documents) {
            document.file()
                    .ifPresent(
                            file -> {
                                wanted.add("pack " + file.getName());
                                if (!file.getImports().isEmpty()) {
                                    wanted.add("imports");
                                }
                            });
        }
        boolean same = wanted.equals(known) || !wanted.contains("imports") && loaded.isEmpty();
        if (same) {
            return;
        }
        known.clear();
        known.addAll(wanted);
        List.copyOf(loaded.keySet()).forEach(shelf::remove);
        loaded.clear();
        if (wanted.contains("imports")) {
            load(wanted, workspace, shelf);
        }
    }

    private void load(Set<String> wanted, Workspace workspace, Shelf shelf) {
        List<String> names = new ArrayList<>(texts.keySet());
        for (int i = 0; i < names.size(); i++) {
            URI uri = URI.createURI("library:/" + i + ".rules");
            String text = texts.get(names.get(i));
            Source source = new Source(names.get(i), text);
            workspace.addLibrary(uri, source);
            XtextResource resource = shelf.put(uri, text);
            boolean own =
                    resource.getContents().stream()
                            .anyMatch(f -> wanted.contains("pack " + ((RulesFile) f).getName()));
            if (own) {
                shelf.remove(uri);
            } else {
                loaded.put(uri, source);
            }
        }
    }
}
