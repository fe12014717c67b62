package org.ringfence.reader.c.flow;

import java.util.BitSet;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
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
        return between(
                region.get(),
                node,
                marks,
                every ? Paths::precededAlways : Paths::precededSometimes);
    }

    @Override
    public Value followed(Node node, Collection<Node> marks, boolean every) {
        Optional<Region> region = regions().of(node);
        if (region.isEmpty()) {
            return outside();
        }
        return between(
                region.get(),
                node,
                marks,
                every ? Paths::followedAlways : Paths::followedSometimes);
    }

    /** A question about the paths between two sets of points. */
    private interface Between {
        Value ask(Paths paths, BitSet here, BitSet there);
    }

    private Value between(Region region, Node node, Collection<Node> marks, Between question) {
        BitSet here = points(region, node);
        if (here.isEmpty()) {
            return Paths.LEFT_OUT;
        }
        Value answer = question.ask(paths(region), here, points(region, marks));
        return torn(region, marks, answer);
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
        return torn(region.get(), checks, guards(region.get(), checks).guarded(node, every));
    }

    private Guards guards(Region region, Collection<Node> checks) {
        return guards.get(
                new Checked(region, Set.copyOf(checks)),
                q -> new Guards(origins(), paths(q.region()), q.checks()));
    }

    /**
     * Whether every path from where a value is made to a node passes a branch that asks for it; for
     * a node of another function, whether any branch of the first asks for it.
     */
    public Value checked(Node value, Node node) {
        Optional<Region> region = regions().of(value);
        if (region.isEmpty()) {
            return outside();
        }
        if (node == value) {
            return new Value.Truth(false);
        }
        Guards guards = guards(region.get(), List.of(value));
        return region.get().holds(node)
                ? guards.guardedBehind(value, node)
                : new Value.Truth(guards.isAskedFor());
    }

    @Override
    public Carried carries(Collection<Node> sources, Node sink, Way way) {
        return origins().carries(sources, sink, way);
    }

    /** Whether an exception there is handled, by its function or by all that call it. */
    public Value handled(Node node) {
        return new Surroundings(scopes()).handled(node);
    }

    /** Whether memory is read or written there, rather than measured or pointed to. */
    public Value accesses(Node node) {
        return new Value.Truth(new Surroundings(scopes()).accesses(node));
    }

    /**
     * Whether a number was held to a limit on every path to where it is used.
     *
     * @param most what is still within the limit; empty where any limit will do
     * @param number the number that an expression always is, if it is one
     */
    public Value limited(Node value, OptionalLong most, Function<Node, OptionalLong> number) {
        return new Limits(scopes(), this::paths, number, most).limited(value);
    }

    @Override
    public long steps() {
        return scopes.map(s -> s.regions().meter().steps()).orElse(0L);
    }

    @Override
    public List<Node> callers(Node function) {
        return scopes().callers(function);
    }
}
