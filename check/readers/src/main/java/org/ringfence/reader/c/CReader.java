package org.ringfence.reader.c;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ringfence.reader.VocabularyText;
import org.ringfence.subject.Neighbours;
import org.ringfence.subject.PatternParser;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary;

/** Reads driver C and C++ without a compiler and without headers. */
public final class CReader implements SubjectReader {
    private static final Vocabulary VOCABULARY =
            VocabularyText.read("c", CReader.class, "c.vocabulary", "constants.vocabulary");
    private static final Set<String> EXTENSIONS =
            Set.of("c", "h", "cpp", "cxx", "cc", "hpp", "hxx", "inl");

    private final CSubject.Reading reading;

    /** Keeps all arms of every {@code #if}. */
    public CReader() {
        this(Configuration.ANY);
    }

    /** Leaves out what the configuration leaves out. */
    public CReader(Configuration configuration) {
        this(configuration, Neighbours.NONE);
    }

    private CReader(Configuration configuration, Neighbours neighbours) {
        this.reading =
                new CSubject.Reading(
                        VOCABULARY, configuration, new IncludedFiles(neighbours, configuration));
    }

    @Override
    public SubjectReader within(Neighbours neighbours) {
        return new CReader(reading.configuration(), neighbours);
    }

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public Set<String> knownNames() {
        return WdkModel.routines();
    }

    @Override
    public Optional<String> signature(String name) {
        return WdkModel.routine(name).map(Signature::text);
    }

    @Override
    public PatternParser patterns() {
        return new CPatterns();
    }

    @Override
    public String testMarker() {
        return "//!!";
    }

    @Override
    public boolean reads(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return EXTENSIONS.contains(fileName.substring(dot + 1).toLowerCase(Locale.ROOT))
                && dot >= 0;
    }

    @Override
    public Subject read(Source source) {
        return new CSubject(reading, source);
    }
}
