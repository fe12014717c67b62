package org.ringfence.dsl.draft;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.subject.Node;
import org.ringfence.subject.Span;

/**
 * A pattern made of a piece of code.
 *
 * @param node the piece, in the bad code
 * @param pattern in backticks, as a rule has it
 * @param name what is called there, or empty
 * @param kept what the pattern insists on beside that, in source order
 * @param holes the hole that each child of the piece is, or empty for a child that is none
 * @param repeated later places of what the pattern wants to be the same, in source order
 * @param score how likely it is what the author means; more is better
 */
record Shape(
        Node node,
        Generality generality,
        String pattern,
        String name,
        List<Span> kept,
        List<String> holes,
        List<Span> repeated,
        double score) {
    Shape {
        kept = List.copyOf(kept);
        holes = List.copyOf(holes);
        repeated = List.copyOf(repeated);
    }

    /** One that stands behind this one on some path of control. */
    Shape then(Shape next) {
        List<Span> all = new ArrayList<>(kept);
        all.addAll(next.kept);
        return new Shape(
                next.node,
                next.generality,
                pattern + " then " + next.pattern,
                next.name,
                all,
                next.holes,
                next.repeated,
                score + next.score);
    }
}
