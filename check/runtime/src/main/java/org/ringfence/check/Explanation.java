package org.ringfence.check;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringfence.rule.Origin;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;

/**
 * Why a rule does or does not find something on a line.
 *
 * @param places what the rule looked at there, in source order
 * @param nearMisses where it looked at nothing: the places that come closest to its patterns
 * @param notes where it looked at nothing: what keeps it from looking, or where it finds something
 */
public record Explanation(List<Place> places, List<NearMiss> nearMisses, List<String> notes) {
    public Explanation {
        places = List.copyOf(places);
        nearMisses = List.copyOf(nearMisses);
        notes = List.copyOf(notes);
    }

    /** Whether the rule finds something on the line. */
    public boolean found() {
        return places.stream().anyMatch(Place::found);
    }

    /**
     * A match of the rule's query and what its clauses say.
     *
     * @param captures as in {@link Finding#captures}
     * @param clauses in the order in which they are asked
     */
    public record Place(
            Source source, Span span, Map<String, String> captures, List<Clause> clauses) {
        public Place {
            captures = Collections.unmodifiableMap(new TreeMap<>(captures));
            clauses = List.copyOf(clauses);
        }

        public boolean found() {
            return clauses.stream().noneMatch(Clause::kills);
        }

        /** The clauses that keep it from being a finding: without them it would be one. */
        public List<Clause> killers() {
            return clauses.stream().filter(Clause::kills).toList();
        }
    }

    /**
     * A clause and its value here.
     *
     * @param text as an author would write it
     * @param truth {@code true}, {@code false} or {@code unknown}
     * @param kills whether it keeps the match from being a finding
     * @param parts what it is joined of; one part where it is not joined
     * @param unknowns what could not be found out
     */
    public record Clause(
            String text,
            Origin origin,
            String truth,
            boolean kills,
            List<Part> parts,
            List<String> unknowns) {
        public Clause {
            parts = List.copyOf(parts);
            unknowns = List.copyOf(unknowns);
        }
    }

    /**
     * A condition that is not joined of others.
     *
     * @param values what stands in it and is no literal: {@code const($X)} to {@code 0x3}
     */
    public record Part(String text, String truth, Map<String, String> values) {
        public Part {
            values = Collections.unmodifiableMap(new TreeMap<>(values));
        }
    }

    /**
     * A place that does not match a pattern, but nearly.
     *
     * @param pattern as the author wrote it
     * @param at what differs first
     * @param expected what would match there
     */
    public record NearMiss(Source source, Span span, String pattern, Span at, String expected) {}
}
