package org.ringfence.subject;

/**
 * Reads one kind of subject. Implementations are found with {@link java.util.ServiceLoader}, are
 * stateless and may be used by many threads.
 */
public interface SubjectReader {
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

    /** Never throws for what the text says: what is not understood is a {@link Gap}. */
    Subject read(Source source);
}
