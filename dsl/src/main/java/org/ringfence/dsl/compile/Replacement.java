package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A change of a rules file that cures a problem.
 *
 * @param place what is replaced; of no length where {@code text} is put in
 * @param title what an editor offers: {@code Change to `x`}
 */
public record Replacement(Place place, String text, String title) {
    /** For a linker that does not know where the problem is that it puts into words. */
    public static final Place OF_PROBLEM = new Place(-1, 0);

    private static final int FIELDS = 4;

    public Replacement {
        Objects.requireNonNull(place, "place");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(title, "title");
    }

    /** As texts, for issues of Xtext, which carry nothing else. */
    public static String[] toData(List<Replacement> replacements) {
        return replacements.stream()
                .flatMap(
                        r ->
                                List.of(
                                        String.valueOf(r.place.offset()),
                                        String.valueOf(r.place.length()),
                                        r.text,
                                        r.title)
                                        .stream())
                .toArray(String[]::new);
    }

    /**
     * What {@link #toData} wrote.
     *
     * @param problem stands for {@link #OF_PROBLEM}
     */
    public static List<Replacement> fromData(String[] data, Place problem) {
        List<Replacement> replacements = new ArrayList<>();
        for (int i = 0; i + FIELDS <= data.length; i += FIELDS) {
            Place place = new Place(Integer.parseInt(data[i]), Integer.parseInt(data[i + 1]));
            replacements.add(
                    new Replacement(
                            place.equals(OF_PROBLEM) ? problem : place, data[i + 2], data[i + 3]));
        }
        return replacements;
    }
}
