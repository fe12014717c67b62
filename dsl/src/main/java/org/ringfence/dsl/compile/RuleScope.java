package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.ringfence.dsl.rules.Cond;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.Expression;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.ValueDef;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Query;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary;
import org.ringfence.subject.Vocabulary.Type;

/** What all parts of one rule share while it is compiled. Lives as long as that takes. */
final class RuleScope {
    private final Workspace workspace;
    private final SubjectReader reader;
    private final HoleParser holes;
    private final RuleDef definition;
    private final Problems problems;
    private final SortedSet<String> features = new TreeSet<>();

    /** What the conditions of the rule mean; those of named patterns are not among them. */
    private final Map<Cond, Condition> conditions = new IdentityHashMap<>();

    private String whole = "";
    private boolean wholeAsked;

    RuleScope(
            Workspace workspace,
            SubjectReader reader,
            HoleParser holes,
            RuleDef definition,
            Problems problems) {
        this.workspace = workspace;
        this.reader = reader;
        this.holes = holes;
        this.definition = definition;
        this.problems = problems;
    }

    Workspace workspace() {
        return workspace;
    }

    Vocabulary vocabulary() {
        return reader.vocabulary();
    }

    SubjectReader reader() {
        return reader;
    }

    /** The expression in a hole; empty after reporting why it is none. */
    Optional<Expression> hole(String text, Places places) {
        return holes.parse(text, definition, places, problems);
    }

    private ResourceSet files() {
        return definition.eResource().getResourceSet();
    }

    Problems problems() {
        return problems;
    }

    Literals literals() {
        return new Literals(problems);
    }

    /** Notes that an engine must be able to do this. */
    void needs(String feature) {
        features.add(feature);
    }

    SortedSet<String> features() {
        return features;
    }

    /** Notes what a condition of the rule means. */
    void means(Cond cond, Condition meaning) {
        conditions.put(cond, meaning);
    }

    Map<Cond, Condition> conditions() {
        return conditions;
    }

    /** Sets what the whole match is called where a condition speaks of it without a name. */
    void bindWhole(String name) {
        whole = name;
    }

    String whole() {
        wholeAsked = true;
        return whole;
    }

    /** The query, with a name for the whole match where a condition speaks of it. */
    Query named(Query query) {
        if (!wholeAsked) {
            return query;
        } else if (query instanceof Query.Match match) {
            List<Query.Step> steps = new ArrayList<>(match.steps());
            steps.set(steps.size() - 1, named(steps.get(steps.size() - 1)));
            return new Query.Match(steps);
        } else if (query instanceof Query.FlowPath flow) {
            return new Query.FlowPath(flow.from(), named(flow.to()), flow.arrival(), flow.way());
        }
        return query;
    }

    private Query.Step named(Query.Step step) {
        return step.as().isEmpty() ? new Query.Step(step.alternatives(), whole) : step;
    }

    /** The same rule, with its problems kept apart. */
    RuleScope reportingTo(Problems other) {
        RuleScope scope = new RuleScope(workspace, reader, holes, definition, other);
        scope.features.addAll(features);
        return scope;
    }

    /** Warns of a question that the readers of this subject answer with unknown. */
    void asks(Vocabulary.Ability ability, Place place, String what) {
        if (!vocabulary().abilities().contains(ability)) {
            boolean control = ability == Vocabulary.Ability.CONTROL_FLOW;
            problems.warning(
                    place,
                    ProblemCode.UNSUPPORTED,
                    "`"
                            + what
                            + "` asks for the "
                            + (control ? "paths of control" : "ways of data")
                            + ", which are not analysed in `"
                            + vocabulary().subject()
                            + "`: the answer is always unknown");
        }
    }

    /** The names of all sets, maps and parameters of the compile. */
    List<String> valueNames() {
        return Workspace.files(files()).stream()
                .flatMap(file -> file.getElements().stream())
                .filter(ValueDef.class::isInstance)
                .map(Element::getName)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Ends a message on a name that another pack has, or that is near to one of the candidates. */
    Suggestion suggestion(String name, Collection<String> candidates) {
        return candidates.contains(name)
                ? Suggestion.inWords(Workspace.elsewhere(files(), name, ValueDef.class))
                : Suggestion.of(name, candidates);
    }

    /**
     * Looks a capture up.
     *
     * @param written with its {@code $} or {@code @}
     */
    Captures.Bound capture(String written, Captures captures, Place place) {
        Captures.Bound open = new Captures.Bound(Type.ANY, "");
        String name = written.substring(1);
        if (captures.get(written).isPresent()) {
            return captures.get(written).get();
        } else if (written.startsWith("@")) {
            var implicits = new TreeSet<>(vocabulary().implicits().keySet());
            implicits.add("file");
            if (implicits.contains(name)) {
                return new Captures.Bound(Type.TEXT, "");
            }
            problems.error(
                    place,
                    ProblemCode.UNKNOWN_NAME,
                    "`"
                            + written
                            + "` is not among what every match on `"
                            + vocabulary().subject()
                            + "` has: `@"
                            + String.join("`, `@", implicits)
                            + "`");
            return open;
        }
        if (name.equals("_")) {
            problems.error(
                    place,
                    ProblemCode.UNBOUND,
                    "`$_` matches and forgets; give it a name in the pattern to use it here");
            return open;
        }
        if (!captures.mayBe(name)) {
            unbound(written, captures, place);
        }
        return captures.get(name).orElse(open);
    }

    private void unbound(String written, Captures captures, Place place) {
        if (captures.isPartial(written.substring(1))) {
            problems.error(
                    place,
                    ProblemCode.UNBOUND,
                    "`"
                            + written
                            + "` is bound by only some of the alternatives, so it may be missing"
                            + " here");
            return;
        }
        // of two letters, any name would come near
        List<String> near =
                written.length() < 4
                        ? List.of()
                        : captures.names().stream().map(name -> "$" + name).toList();
        problems.error(
                place,
                ProblemCode.UNBOUND,
                "nothing binds `" + written + "`",
                captures.names().stream()
                        .map(name -> "$" + name)
                        .filter(written::equalsIgnoreCase)
                        .findFirst()
                        .map(name -> Suggestion.of(Optional.of(name)))
                        .orElseGet(() -> Suggestion.of(written, near)));
    }

    /**
     * Checks a capture that a clause binds, and gives its name without the {@code $}.
     *
     * @param captures what is bound already
     */
    String newName(String written, Captures captures, Place place) {
        String name = written.substring(1);
        if (written.startsWith("@") || name.equals("_")) {
            problems.error(
                    place,
                    ProblemCode.UNBOUND,
                    "`" + written + "` cannot be bound; write a name such as `$X`");
        } else if (captures.get(name).isPresent() || captures.isPartial(name)) {
            problems.error(
                    place, ProblemCode.DUPLICATE, "`" + written + "` is already bound before");
        }
        return name;
    }
}
