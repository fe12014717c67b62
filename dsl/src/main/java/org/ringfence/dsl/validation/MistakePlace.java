package org.ringfence.dsl.validation;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.xtext.validation.Issue;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Replacement;

/**
 * Carries the place of a mistake through the data of an issue, because Xtext shows every syntax
 * error where its parser stopped.
 */
final class MistakePlace {
    private static final String MARK = "@";

    private MistakePlace() {}

    static String[] toData(Said said) {
        String[] cures = Replacement.toData(said.cures());
        return said.place().equals(Replacement.OF_PROBLEM)
                ? cures
                : Stream.concat(
                                Stream.of(
                                        MARK,
                                        String.valueOf(said.place().offset()),
                                        String.valueOf(said.place().length())),
                                Arrays.stream(cures))
                        .toArray(String[]::new);
    }

    /** Moves an issue to the place that its data speaks of. */
    static void apply(Issue.IssueImpl issue) {
        String[] data = Objects.requireNonNullElse(issue.getData(), new String[0]);
        if (data.length > 2 && data[0].equals(MARK)) {
            Place place = new Place(Integer.parseInt(data[1]), Integer.parseInt(data[2]));
            issue.setOffset(place.offset());
            issue.setLength(place.length());
            issue.setData(Arrays.copyOfRange(data, 3, data.length));
        }
    }
}
