package org.ringfence.subject;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * Reads one kind of subject. Implementations are found with {@link java.util.ServiceLoader}, are
 * stateless and may be used by many threads.
 */
public interface SubjectReader {
    /** Those on the class path, in the order of their subjects. */
    static List<SubjectReader> onClassPath() {
        return ServiceLoader.load(SubjectReader.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(reader -> reader.vocabulary().subject()))
                .toList();
    }

    Vocabulary vocabulary();

    PatternParser patterns();

    /**
     * The comment that starts a test marker in this kind of subject: {@code //!!} in C, {@code ;!!}
     * in INF.
     */
    String testMarker();

    /**
     * Whether a file of this name is read, whatever its case.
     *
     * @param fileName the last part of the path
     */
    boolean reads(String fileName);

    /**
     * Names that sources of this kind are likely to use, such as routines of the WDK: for
     * completion, and to tell a misspelt name in a rule from a name of a project.
     */
    default Set<String> knownNames() {
        return Set.of();
    }

    /** A known name as an editor shows it: its signature in one line; empty for any other name. */
    default Optional<String> signature(String name) {
        return Optional.empty();
    }

    /**
     * A reader of files that lie together, which may look into those that a file includes. What it
     * remembers of them lives as long as it does; it too may be used by many threads.
     */
    default SubjectReader within(Neighbours neighbours) {
        return this;
    }

    /** Never throws for what the text says: what is not understood is a {@link Gap}. */
    Subject read(Source source);
}
