package org.ringfence.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How one pack differs from another, in order of ids. Where a rule is written does not count.
 *
 * @param added ids that only the new pack has
 * @param removed ids that only the old pack has and that nothing replaces
 * @param renamed rules that go on under another id: the old rule says that the new one replaces it,
 *     or they are equal but for their ids
 * @param changed rules of both packs that are not equal
 */
public record PackDiff(
        List<String> added, List<String> removed, List<Renamed> renamed, List<Changed> changed) {
    private static final LogicText WORDS = LogicText.asWritten();
    private static final Map<String, Aspect> ASPECTS = aspects();

    public PackDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        renamed = List.copyOf(renamed);
        changed = List.copyOf(changed);
    }

    public record Renamed(String from, String to, List<Change> changes) {}

    public record Changed(String id, List<Change> changes) {}

    /**
     * A difference; {@code before} and {@code after} are texts for people, both empty for what has
     * no short text, such as examples.
     */
    public record Change(String aspect, String before, String after) {}

    /** What is compared of a rule, and how it is shown. */
    private record Aspect(Function<Rule, Object> part, Function<Rule, String> words) {}

    /** Whether the packs have equal rules. */
    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && renamed.isEmpty() && changed.isEmpty();
    }

    public static PackDiff between(RulePack before, RulePack after) {
        SortedMap<String, Rule> old = byId(before);
        SortedMap<String, Rule> now = byId(after);
        List<String> removed = new ArrayList<>();
        List<Renamed> renamed = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        SortedMap<String, Rule> fresh = new TreeMap<>(now);
        fresh.keySet().removeAll(old.keySet());
        for (Rule rule : old.values()) {
            if (now.containsKey(rule.id())) {
                List<Change> changes = changes(rule, now.get(rule.id()));
                if (!changes.isEmpty()) {
                    changed.add(new Changed(rule.id(), changes));
                }
                continue;
            }
            Optional<Rule> heir =
                    Optional.ofNullable(now.get(rule.classification().replacedBy()))
                            .or(
                                    () ->
                                            fresh.values().stream()
                                                    .filter(r -> changes(rule, r).isEmpty())
                                                    .findFirst());
            heir.ifPresentOrElse(
                    to -> renamed.add(new Renamed(rule.id(), to.id(), apart(rule, to))),
                    () -> removed.add(rule.id()));
            heir.ifPresent(to -> fresh.remove(to.id()));
        }
        return new PackDiff(List.copyOf(fresh.keySet()), removed, renamed, changed);
    }

    /** Without what a rule gets because it is replaced. */
    private static List<Change> apart(Rule before, Rule after) {
        return changes(before, after).stream()
                .filter(change -> !change.aspect().equals("status"))
                .filter(change -> !change.aspect().equals("replaced by"))
                .toList();
    }

    private static SortedMap<String, Rule> byId(RulePack pack) {
        SortedMap<String, Rule> rules = new TreeMap<>();
        pack.rules().forEach(rule -> rules.put(rule.id(), rule));
        return rules;
    }

    private static List<Change> changes(Rule before, Rule after) {
        List<Change> changes = new ArrayList<>();
        ASPECTS.forEach(
                (name, aspect) -> {
                    if (!aspect.part().apply(before).equals(aspect.part().apply(after))) {
                        String was = aspect.words().apply(before);
                        String is = aspect.words().apply(after);
                        boolean tells = !was.equals(is);
                        changes.add(new Change(name, tells ? was : "", tells ? is : ""));
                    }
                });
        return changes;
    }

    private static Map<String, Aspect> aspects() {
        Map<String, Aspect> aspects = new LinkedHashMap<>();
        shown(aspects, "title", Rule::title);
        shown(aspects, "subject", Rule::subject);
        shown(aspects, "severity", PackDiff::severities);
        compared(
                aspects,
                "severity conditions",
                r ->
                        r.classification().severities().stream()
                                .map(Rule.SeverityCase::when)
                                .toList());
        shown(aspects, "confidence", r -> r.classification().confidence().word());
        shown(aspects, "status", r -> r.classification().status().name().toLowerCase(Locale.ROOT));
        shown(aspects, "replaced by", r -> r.classification().replacedBy());
        shown(aspects, "topics", r -> joined(r.classification().topics()));
        shown(aspects, "cwe", r -> joined(r.classification().cwe()));
        compared(aspects, "match", Rule::query);
        compared(aspects, "within", r -> r.conditions().within());
        compared(aspects, "let", r -> r.conditions().lets());
        conditions(aspects, "where", r -> r.conditions().where());
        conditions(aspects, "unless", r -> r.conditions().unless());
        shown(aspects, "place", r -> r.wording().at());
        shown(aspects, "message", r -> WORDS.of(r.wording().message()));
        compared(aspects, "related places", r -> r.wording().related());
        shown(aspects, "hint", r -> r.wording().hint());
        shown(aspects, "limits", r -> r.wording().limits());
        compared(aspects, "fixes", Rule::fixes);
        compared(aspects, "examples", r -> r.examples().stream().map(PackDiff::placeless).toList());
        shown(aspects, "features", r -> joined(List.copyOf(r.features())));
        return aspects;
    }

    private static void shown(
            Map<String, Aspect> aspects, String name, Function<Rule, String> words) {
        aspects.put(name, new Aspect(words::apply, words));
    }

    private static void compared(
            Map<String, Aspect> aspects, String name, Function<Rule, Object> part) {
        aspects.put(name, new Aspect(part, rule -> ""));
    }

    private static void conditions(
            Map<String, Aspect> aspects, String name, Function<Rule, List<Rule.Clause>> clauses) {
        aspects.put(
                name,
                new Aspect(
                        rule -> conditions(clauses.apply(rule)),
                        rule ->
                                conditions(clauses.apply(rule)).stream()
                                        .map(WORDS::of)
                                        .collect(Collectors.joining(" and "))));
    }

    private static String severities(Rule rule) {
        return rule.classification().severities().stream()
                .map(s -> s.severity().word())
                .collect(Collectors.joining(", "));
    }

    private static String joined(List<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static List<Condition> conditions(List<Rule.Clause> clauses) {
        return clauses.stream().map(Rule.Clause::condition).toList();
    }

    private static Rule.Example placeless(Rule.Example example) {
        return new Rule.Example(
                example.kind(),
                example.todo(),
                example.label(),
                example.code(),
                example.fixed(),
                new Origin("", 0, 0));
    }
}
