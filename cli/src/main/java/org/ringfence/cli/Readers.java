package org.ringfence.cli;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.ringfence.subject.SubjectReader;

/** The subject readers on the class path. */
final class Readers {
    private Readers() {}

    static List<SubjectReader> all() {
        return ServiceLoader.load(SubjectReader.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(reader -> reader.vocabulary().subject()))
                .toList();
    }
}
