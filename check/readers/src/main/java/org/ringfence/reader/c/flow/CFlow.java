package org.ringfence.reader.c.flow;

import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Value;

/**
 * Control and data flow of one file of C or C++. Lambdas and the bodies of macros count as
 * functions; what stands outside of them has paths too, but no function. Used by one thread at a
 * time.
 */
public final class CFlow implements Flow {
    private final Source source;
    private final List<Node> roots;
    private final List<Gap> gaps;
    private Optional<Origins> origins = Optional.empty();
    private Optional<Scopes> scopes = Optional.empty();
    private final Map<Region, Paths> paths = new IdentityHashMap<>();
    private final Recent<Checked, Guards> guards = new Recent<>(8);

    /** A function, and what its branches are asked about. */
    private record Checked(Region region, Set<Node> checks) {}

    /**
     * @param roots the top of the tree, of nodes as the vocabulary of C declares them
     * @param gaps what of the file was not understood
     */
    public CFlow(Source source, List<Node> roots, List<Gap> gaps) {
        this.source = Objects.requireNonNull(source, "source");
        this.roots = List.copyOf(roots);
        this.gaps = List.copyOf(gaps);
    }

    private Scopes scopes() {
        if (scopes.isEmpty()) {
            scopes = Optional.of(new Scopes(new Regions(source, roots, gaps)));
        }
        return scopes.get();
    }

    private Regions regions() {
        return scopes().regions();
    }

    private Origins origins() {
        if (origins.isEmpty()) {
            origins = Optional.of(new Origins(source, scopes()));
        }
        return origins.get();
    }

    @Override
    public Optional<Node> function(Node node) {
        return regions().of(node).flatMap(Region::owner);
    }

    private Paths paths(Region region) {
        return paths.computeIfAbsent(region, key -> new Paths(regions().graph(key)));
    }

    private static Value outside() {
        return new Value.Unknown("it does not lie on a path of the file");
    }

    @Override
    public Value reaches(Node first, Node second) {
        Optional<Region> region = regions().of(first);
        Optional<Region> other = regions().of(second);
        if (region.isEmpty() || other.isEmpty()) {
            return outside();
        }
        if (region.get() != other.get()) {
            return new Value.Truth(false);
        }
        BitSet from = points(region.get(), first);
        BitSet to = points(region.get(), second);
        return from.isEmpty() || to.isEmpty()
                ? Paths.LEFT_OUT
                : paths(region.get()).reaches(from, to);
    }

    private BitSet points(Region region, Node node) {
        return regions().graph(region).points(region.id(node));
    }

    /** Where those of the nodes that are in the region are evaluated. */
    private BitSet points(Region region, Collection<Node> nodes) {
        BitSet found = new BitSet();
        for (Node node : nodes) {
            if (region.holds(node)) {
                found.or(points(region, node));
            }
        }
        return found;
    }

    @Override
    public Value preceded(Node node, Collection<Node> marks, boolean every) {
        Optional<Region> region = regions().of(node);
        if (region.isEmpty()) {
            return outside();
        }
        BitSet here = points(region.get(), node);
        BitSet there = points(region.get(), marks);
        if (here.isEmpty()) {
            return Paths.LEFT_OUT;
        }
        Paths of = paths(region.get());
        Value answer = every ? of.precededAlways(here, there) : of.precededSometimes(here, there);
        return torn(region.get(), marks, answer);
    }

    @Override
    public Value followed(Node node, Collection<Node> marks, boolean every) {
        Optional<Region> region = regions().of(node);
        if (region.isEmpty()) {
            return outside();
        }
        BitSet here = points(region.get(), node);
        BitSet there = points(region.get(), marks);
        if (here.isEmpty()) {
            return Paths.LEFT_OUT;
        }
        Paths of = paths(region.get());
        Value answer = every ? of.followedAlways(here, there) : of.followedSometimes(here, there);
        return torn(region.get(), marks, answer);
    }

    /** A no is not sure if a mark stands in an arm that was read apart from the function. */
    private Value torn(Region region, Collection<Node> marks, Value answer) {
        boolean no = answer.equals(new Value.Truth(false));
        boolean apart = no && marks.stream().anyMatch(m -> regions().isTornFrom(region, m));
        return apart
                ? new Value.Unknown("an arm of an #if could not be read in its place")
                : answer;
    }

    @Override
    public Value guarded(Node node, Collection<Node> checks, boolean every) {
        Optional<Region> region = regions().of(node);
        if (region.isEmpty()) {
            return outside();
        }
        Guards of =
                guards.get(
                        new Checked(region.get(), Set.copyOf(checks)),
                        q -> new Guards(origins(), paths(q.region()), q.checks()));
        return torn(region.get(), checks, of.guarded(node, every));
    }

    @Override
    public Carried carries(Collection<Node> sources, Node sink, int depth) {
        return origins().carries(sources, sink, depth);
    }
}
