package org.ringfence.subject;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing to check. {@link #words} must be cheap; everything else may be computed on first use,
 * so that a file which no rule can match is never parsed. A subject is used by one thread at a
 * time.
 */
public interface Subject {
    /** The id of the vocabulary: {@code c}, {@code inf}, {@code sddl}. */
    String kind();

    Source source();

    /**
     * Every word that a pattern's names can be matched against. A word that is missing here cannot
     * match.
     */
    Set<String> words();

    /** The top of the forest, in source order. */
    List<Node> roots();

    /**
     * A named collection of the vocabulary, in source order.
     *
     * @throws IllegalArgumentException for a name that the vocabulary does not declare
     */
    List<Node> collection(String name);

    /**
     * A function of the vocabulary, applied. It is total: where it cannot tell it answers {@link
     * Value.Unknown}.
     *
     * @throws IllegalArgumentException for a name that the vocabulary does not declare
     */
    Value evaluate(String function, List<Value> arguments);

    /** What was not understood, in source order. */
    List<Gap> gaps();

    /**
     * Subjects of other kinds that are written inside this one, such as SDDL in a string literal.
     */
    default List<Subject> embedded() {
        return List.of();
    }

    /**
     * The condition under which a place is built, as this kind of subject writes conditions; empty
     * if it always is. It holds for what is embedded there too.
     *
     * @param offset 0-based, in UTF-16 units
     */
    default String presence(int offset) {
        return "";
    }

    /**
     * Control and data flow; empty where the reader knows none, and what asks for it is unknown. A
     * reader that offers it says so in its {@link Vocabulary#abilities}.
     */
    default Optional<Flow> flow() {
        return Optional.empty();
    }
}
