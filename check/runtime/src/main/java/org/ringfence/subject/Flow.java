package org.ringfence.subject;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Control and data flow of one subject, for the clauses that ask about paths and origins: {@code A
 * then B}, {@code dominated by}, {@code guarded by}, {@code followed by}, {@code flows from},
 * {@code flow from}. An answer is {@link Value.Truth} or {@link Value.Unknown}, never anything
 * else; a search that was cut answers unknown and says what cut it.
 *
 * <p>Paths stay inside one function and never mix two arms of one {@code #if}. Nodes are those of
 * the subject, by identity.
 */
public interface Flow {
    /** The function whose paths the node lies on, or nothing for a node outside of functions. */
    Optional<Node> function(Node node);

    /** Whether some path leads from {@code first} to {@code second}, which are two places. */
    Value reaches(Node first, Node second);

    /**
     * Whether paths on the way to a node pass one of the marks.
     *
     * @param every whether each path from the entry must (the marks dominate the node), or one path
     *     is enough
     */
    Value preceded(Node node, Collection<Node> marks, boolean every);

    /**
     * Whether paths from a node on pass one of the marks.
     *
     * @param every whether each path to the exit must (the marks post-dominate the node), or one
     *     path is enough
     */
    Value followed(Node node, Collection<Node> marks, boolean every);

    /**
     * Whether the node is reached only through one arm of a branch whose condition speaks of one of
     * the checks, directly or through locals, while the other arm leaves.
     *
     * @param every whether that holds for every path from the entry, or for one
     */
    Value guarded(Node node, Collection<Node> checks, boolean every);

    /**
     * Whether the value of {@code sink}, or what it points to, derives from one of the sources:
     * through assignments, casts, address-of, field selection, copies and calls. Assigning
     * something else ends it.
     */
    Carried carries(Collection<Node> sources, Node sink, Way way);

    /** How much work all answers so far took, counted so that it is the same on any machine. */
    long steps();

    /**
     * The calls of a function in the subject; none where it may be called from elsewhere as well.
     */
    List<Node> callers(Node function);

    /**
     * How a value may come along.
     *
     * @param depth how many calls it may pass
     * @param pointer whether it arrives as it was, or at an offset from it: what is read from where
     *     it points to is something else
     */
    record Way(int depth, boolean pointer) {
        /** How many calls a value may pass where a rule does not say. */
        public static final int DEPTH = 2;
    }

    /**
     * Whether a value arrives, and how.
     *
     * @param steps from the source to the sink, both included; empty where the answer is not true
     */
    record Carried(Value answer, List<Step> steps) {
        public Carried {
            Objects.requireNonNull(answer, "answer");
            steps = List.copyOf(steps);
        }
    }

    /**
     * A place on the way of a value.
     *
     * @param source the file of the node
     * @param what happens here, for people: {@code "assigned to Req"}
     */
    record Step(Source source, Node node, String what) {
        public Step {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(node, "node");
            Objects.requireNonNull(what, "what");
        }
    }
}
