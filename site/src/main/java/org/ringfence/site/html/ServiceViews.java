package org.ringfence.site.html;

import java.util.List;
import java.util.Objects;

/** What stands on the pages that a server makes. */
public final class ServiceViews {
    private ServiceViews() {}

    /** A piece of a text, and whether it is what was looked for. */
    public record Piece(String text, boolean hit) {
        public Piece {
            Objects.requireNonNull(text, "text");
        }
    }

    /**
     * A page that answers a query.
     *
     * @param section the heading of the best section, or empty
     */
    public record Result(
            Ref page, String section, String area, List<Piece> passage, List<Ref> rules) {
        public Result {
            passage = List.copyOf(passage);
            rules = List.copyOf(rules);
        }
    }

    /**
     * @param areas that can be chosen
     * @param problem why there is no answer, or empty
     */
    public record SearchView(
            String query,
            String area,
            boolean ruled,
            List<String> areas,
            List<Result> results,
            String problem) {
        public SearchView {
            areas = List.copyOf(areas);
            results = List.copyOf(results);
        }

        public boolean asked() {
            return !query.isBlank();
        }

        /** Returns what came of it, in a few words. */
        public String outcome() {
            return results.isEmpty()
                    ? "Nothing found. Try fewer or other words."
                    : results.size() + (results.size() == 1 ? " topic" : " topics");
        }
    }

    /** A part of what was pasted, and what it means. */
    public record Meaning(String written, String words) {
        public Meaning {
            Objects.requireNonNull(written, "written");
            Objects.requireNonNull(words, "words");
        }
    }

    /**
     * @param served whether a server is there to check
     * @param longest text that is checked, in UTF-16 units
     * @param kinds that can be chosen, such as {@code c}
     * @param text as it was given, or empty
     * @param lines of the text with what is said on them; empty where nothing was checked
     * @param outcome in a few words, or empty
     * @param meanings of the parts of the text, where they are terse
     * @param notes what could not be said, or why there is no answer
     */
    public record TryView(
            boolean served,
            int longest,
            List<String> kinds,
            String kind,
            String text,
            List<CodeLine> lines,
            String outcome,
            List<Meaning> meanings,
            List<String> notes) {
        public TryView {
            meanings = List.copyOf(meanings);
            kinds = List.copyOf(kinds);
            lines = List.copyOf(lines);
            notes = List.copyOf(notes);
        }
    }
}
