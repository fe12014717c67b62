package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.dsl.rules.CodePattern;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.PatternAlternatives;
import org.ringfence.dsl.rules.PatternAtom;
import org.ringfence.dsl.rules.PatternDef;
import org.ringfence.dsl.rules.PatternReference;
import org.ringfence.dsl.rules.RoleDef;
import org.ringfence.dsl.rules.RulesPackage;
import org.ringfence.dsl.rules.VariablePattern;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Origin;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.PatternParser;
import org.ringfence.subject.PatternParser.Parsed;

/** Has code patterns read by the parser of the subject, and puts named patterns in their place. */
final class PatternLowering {
    private final RuleScope rule;

    PatternLowering(RuleScope rule) {
        this.rule = rule;
    }

    /**
     * A use of a named pattern.
     *
     * @param names what its captures are called in the rule, where that differs
     * @param written the use as it stands in the rule
     * @param from where that is: problems inside the definition are reported there
     * @param path the definitions on the way, to stop at one that uses itself
     */
    private record Use(Map<String, String> names, String written, Place from, List<Element> path) {
        Element definition() {
            return path.get(path.size() - 1);
        }
    }

    /** Every alternative, named patterns taken apart; reports what is not understood. */
    List<Alternative> lower(PatternAlternatives alternatives) {
        return lower(alternatives, Optional.empty());
    }

    private List<Alternative> lower(PatternAlternatives alternatives, Optional<Use> use) {
        List<Alternative> found = new ArrayList<>();
        alternatives.getAtoms().forEach(atom -> found.addAll(lower(atom, use)));
        return found;
    }

    /** The alternatives that one atom stands for; none where it is not understood. */
    List<Alternative> lower(PatternAtom atom) {
        return lower(atom, Optional.empty());
    }

    /**
     * The alternatives of a role.
     *
     * @param from where the rule names it
     */
    List<Alternative> lower(RoleDef role, Place from) {
        return lower(
                role.getBody(),
                Optional.of(new Use(Map.of(), role.getName(), from, List.of(role))));
    }

    private List<Alternative> lower(PatternAtom atom, Optional<Use> use) {
        if (atom instanceof PatternReference reference) {
            return reference(reference, use);
        }
        Optional<Pattern> pattern =
                atom instanceof CodePattern code
                        ? code(code, use)
                        : variable((VariablePattern) atom);
        String written = use.map(Use::written).orElseGet(() -> Places.text(atom));
        Map<String, String> names = use.map(Use::names).orElse(Map.of());
        return pattern
                .map(p -> new Alternative(renamed(p, names), Condition.ALWAYS, written))
                .stream()
                .toList();
    }

    // --- code

    private Optional<Pattern> code(CodePattern code, Optional<Use> use) {
        Place place = Places.OF_FILE.of(code);
        Problems decoding = use.isEmpty() ? rule.problems() : new Problems();
        Decoded literal = new Literals(decoding).code(code.getCode(), place.offset());
        if (decoding != rule.problems() && decoding.failed()) {
            rule.problems().reportedElsewhere();
        }
        Parsed parsed = rule.reader().patterns().parse(literal.text());
        List<PatternParser.Problem> problems;
        if (parsed instanceof Parsed.Understood understood) {
            PatternChecks checks = new PatternChecks(rule);
            if (use.isEmpty()) {
                checks.check(literal, understood);
            }
            if (checks.canMatch(literal.text(), understood)) {
                return Optional.of(understood.pattern());
            }
            problems = List.of(impossible(literal, understood));
        } else {
            problems = ((Parsed.Broken) parsed).problems();
        }
        if (problems.isEmpty()) {
            throw new IllegalStateException("broken without a problem: " + literal.text());
        }
        for (PatternParser.Problem problem : problems) {
            Place at = literal.place(problem.start(), problem.length());
            if (use.isEmpty()) {
                rule.problems().error(at, ProblemCode.PATTERN, problem.message());
            } else {
                Origin origin = rule.workspace().origin(code, at);
                rule.problems()
                        .error(
                                use.get().from(),
                                ProblemCode.PATTERN,
                                "`"
                                        + use.get().definition().getName()
                                        + "` is no pattern for `"
                                        + rule.vocabulary().subject()
                                        + "`: "
                                        + problem.message()
                                        + " ("
                                        + origin
                                        + ")");
            }
        }
        return Optional.empty();
    }

    private PatternParser.Problem impossible(Decoded literal, Parsed.Understood understood) {
        return new PatternParser.Problem(
                0,
                literal.text().length(),
                "this is read as "
                        + understood.readAs()
                        + ", but no code of `"
                        + rule.vocabulary().subject()
                        + "` is ever read like this, so it finds nothing");
    }

    private Optional<Pattern> variable(VariablePattern variable) {
        String written = variable.getVariable();
        if (written.startsWith("@")) {
            rule.problems()
                    .error(
                            Places.OF_FILE.of(variable),
                            ProblemCode.PATTERN,
                            "`" + written + "` is a text, not a pattern");
            return Optional.empty();
        }
        String name = written.substring(1);
        return Optional.of(name.equals("_") ? new Pattern.Any() : new Pattern.Capture(name));
    }

    // --- named patterns

    private List<Alternative> reference(PatternReference reference, Optional<Use> use) {
        PatternDef definition = reference.getPattern();
        if (definition.eIsProxy()) {
            rule.problems().reportedElsewhere();
            return List.of();
        }
        Place from = use.map(Use::from).orElseGet(() -> Places.OF_FILE.of(reference));
        String name = definition.getName();
        List<Element> path = new ArrayList<>(use.map(Use::path).orElse(List.of()));
        if (path.contains(definition)) {
            rule.problems()
                    .error(from, ProblemCode.PATTERN, "the pattern `" + name + "` uses itself");
            return List.of();
        }
        path.add(definition);
        int wanted = definition.getParams().size();
        if (wanted != reference.getArgs().size()) {
            rule.problems()
                    .error(
                            from,
                            ProblemCode.TYPE,
                            "the pattern `"
                                    + name
                                    + "` takes "
                                    + (wanted == 0 ? "no" : wanted)
                                    + (wanted == 1 ? " capture" : " captures")
                                    + ", but has "
                                    + reference.getArgs().size()
                                    + " here");
            return List.of();
        }
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < wanted; i++) {
            String argument = reference.getArgs().get(i);
            String outer =
                    use.map(u -> u.names().get(argument.substring(1)))
                            .orElse(argument.substring(1));
            if (argument.startsWith("@")) {
                rule.problems()
                        .error(
                                use.map(Use::from).orElse(argument(reference, i)),
                                ProblemCode.PATTERN,
                                "`" + argument + "` is a text, not a capture");
            }
            names.put(definition.getParams().get(i).substring(1), outer);
        }
        String written = use.map(Use::written).orElseGet(() -> Places.text(reference));
        Use inside = new Use(names, written, from, path);
        List<Alternative> alternatives = lower(definition.getBody(), Optional.of(inside));
        return definition.getCond() == null
                ? alternatives
                : asked(definition, inside, alternatives);
    }

    /** The alternatives of a named pattern with what it also asks for. */
    private List<Alternative> asked(PatternDef definition, Use use, List<Alternative> of) {
        Map<String, String> inner = new HashMap<>();
        use.names().forEach((name, outer) -> inner.putIfAbsent(outer, name));
        Captures captures = new Captures(use.names());
        captures.bindAll(
                of.stream()
                        .map(a -> new Alternative(renamed(a.pattern(), inner), a.where(), ""))
                        .toList());
        Problems there = new Problems();
        RuleScope scope = rule.reportingTo(there);
        Condition condition = new ConditionLowering(scope).lower(definition.getCond(), captures);
        scope.features().forEach(rule::needs);
        there.found().stream().filter(Problem::error).findFirst().ifPresent(p -> report(p, use));
        return of.stream()
                .map(a -> new Alternative(a.pattern(), both(a.where(), condition), a.written()))
                .toList();
    }

    private void report(Problem problem, Use use) {
        rule.problems()
                .error(
                        use.from(),
                        problem.code(),
                        "`"
                                + use.definition().getName()
                                + "` cannot be used on `"
                                + rule.vocabulary().subject()
                                + "`: "
                                + problem.message()
                                + " ("
                                + rule.workspace().origin(use.definition(), problem.place())
                                + ")");
    }

    private static Condition both(Condition first, Condition second) {
        return first.equals(Condition.ALWAYS) ? second : new Condition.And(List.of(first, second));
    }

    private static Place argument(PatternReference reference, int index) {
        return Places.OF_FILE.of(reference, RulesPackage.Literals.PATTERN_REFERENCE__ARGS, index);
    }

    static Pattern renamed(Pattern pattern, Map<String, String> names) {
        if (pattern instanceof Pattern.Exact exact) {
            return new Pattern.Exact(
                    exact.kind(),
                    exact.label(),
                    exact.children().stream().map(child -> renamed(child, names)).toList());
        } else if (pattern instanceof Pattern.Capture capture) {
            String name = names.getOrDefault(capture.name(), capture.name());
            return name.equals("_") ? new Pattern.Any() : new Pattern.Capture(name);
        } else if (pattern instanceof Pattern.Rest rest) {
            String name = names.getOrDefault(rest.name(), rest.name());
            return new Pattern.Rest(name.equals("_") ? "" : name);
        }
        return pattern;
    }
}
