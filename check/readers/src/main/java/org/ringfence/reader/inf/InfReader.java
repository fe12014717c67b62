package org.ringfence.reader.inf;

import java.util.Locale;
import org.ringfence.reader.VocabularyText;
import org.ringfence.subject.PatternParser;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary;

/** Reads INF files, and INX files before they are stamped. */
public final class InfReader implements SubjectReader {
    private static final Vocabulary VOCABULARY =
            VocabularyText.read("inf", InfReader.class, "inf.vocabulary");

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public PatternParser patterns() {
        return new InfPatterns();
    }

    @Override
    public String testMarker() {
        return ";!!";
    }

    @Override
    public boolean reads(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith(".inf") || lower.endsWith(".inx");
    }

    @Override
    public Subject read(Source source) {
        return new InfSubject(VOCABULARY, source);
    }
}
