package org.ringfence.site;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.LogicText;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Severity;
import org.ringfence.rule.TopicRef;
import org.ringfence.site.highlight.Highlighter;
import org.ringfence.site.html.Anchor;
import org.ringfence.site.html.CodeLine;
import org.ringfence.site.html.Inline;
import org.ringfence.site.html.Ref;
import org.ringfence.site.html.RuleView;
import org.ringfence.site.html.Views.RuleLine;

/** Rules as pages show them. */
final class RuleViews {
    private final Catalog catalog;
    private final Places places;
    private final Examples examples;
    private final Highlighter colours;
    private final Map<Rule.Example, Examples.Outcome> outcomes = new IdentityHashMap<>();

    RuleViews(Catalog catalog, Places places, Examples examples, Highlighter colours) {
        this.catalog = catalog;
        this.places = places;
        this.examples = examples;
        this.colours = colours;
    }

    /**
     * Returns a rule in full.
     *
     * @param page where it will be shown
     * @param taken the anchors of that page; gets those of the rule
     */
    RuleView full(Catalog.Listed listed, String page, Set<String> taken) {
        Rule rule = listed.rule();
        String anchor = Anchor.unused("rule-" + rule.id(), taken);
        taken.add(anchor + "-title");
        return new RuleView(
                rule.id(),
                anchor,
                ref(listed, page),
                facts(listed, page),
                words(rule),
                shown(rule));
    }

    /** Returns a rule as a line of a table. */
    RuleLine line(Catalog.Listed listed, String page) {
        Rule rule = listed.rule();
        return new RuleLine(
                ref(listed, page),
                rule.id(),
                rule.subject(),
                rule.classification().severity().word(),
                word(rule.classification().status()),
                topics(rule, page),
                rule.classification().cwe().stream().map(cwe -> weakness(cwe, page)).toList(),
                passing(rule, Rule.Example.Kind.BAD),
                passing(rule, Rule.Example.Kind.GOOD),
                (int) rule.examples().stream().filter(Rule.Example::todo).count());
    }

    /** Returns where the index of weaknesses lists one. */
    static Ref weakness(int cwe, String page) {
        return new Ref("CWE-" + cwe, Places.href(page, Places.WEAKNESSES) + "#cwe-" + cwe);
    }

    static int passing(Rule rule, Rule.Example.Kind kind) {
        return (int)
                rule.examples().stream()
                        .filter(example -> example.kind() == kind && !example.todo())
                        .count();
    }

    private Ref ref(Catalog.Listed listed, String page) {
        return new Ref(title(listed.rule()), Places.href(page, places.rule(listed)));
    }

    /** Returns the title as plain text, without the signs that make words code. */
    static String title(Rule rule) {
        return rule.title().replace("`", "");
    }

    private RuleView.Facts facts(Catalog.Listed listed, String page) {
        Rule.Classification facts = listed.rule().classification();
        List<String> others =
                facts.severities().stream()
                        .map(Rule.SeverityCase::severity)
                        .filter(severity -> severity != facts.severity())
                        .distinct()
                        .sorted()
                        .map(Severity::word)
                        .toList();
        String replacement =
                places.rule(facts.replacedBy()).map(to -> Places.href(page, to)).orElse("");
        return new RuleView.Facts(
                listed.rule().subject(),
                facts.severity().word(),
                others,
                facts.confidence().word(),
                word(facts.status()),
                new Ref(facts.replacedBy(), replacement),
                facts.cwe().stream().map(cwe -> weakness(cwe, page)).toList(),
                topics(listed.rule(), page),
                Parameters.of(listed.rule(), catalog.pack(listed)),
                listed.packName(),
                listed.rule().origin().file() + ":" + listed.rule().origin().line());
    }

    private static String word(Rule.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private List<Ref> topics(Rule rule, String page) {
        return rule.classification().topics().stream().map(ref -> topic(ref, page)).toList();
    }

    private Ref topic(TopicRef ref, String page) {
        return catalog.guidance()
                .topic(ref.topic())
                .map(
                        topic -> {
                            var section =
                                    topic.section(ref.section())
                                            .filter(found -> !found.anchor().isEmpty());
                            return new Ref(
                                    topic.title()
                                            + section.map(found -> ": " + found.heading())
                                                    .orElse(""),
                                    places.from(page)
                                            .topic(
                                                    topic.id(),
                                                    section.isPresent() ? ref.section() : ""));
                        })
                .orElse(new Ref(ref.toString(), ""));
    }

    private static RuleView.Words words(Rule rule) {
        Rule.Wording wording = rule.wording();
        return new RuleView.Words(
                Inline.of(rule.title()),
                Wordings.of(wording.message()),
                wording.related().stream().map(related -> Wordings.of(related.message())).toList(),
                Inline.of(wording.hint()),
                Inline.of(wording.limits()),
                rule.fixes().stream().map(RuleViews::fix).toList());
    }

    private static RuleView.Fix fix(Rule.Fix fix) {
        boolean safe = fix.safety() == Rule.Safety.SAFE;
        boolean conditional = !fix.when().equals(Condition.ALWAYS);
        LogicText text = LogicText.asWritten();
        if (fix.change() instanceof Rule.Change.Replace replace) {
            return new RuleView.Fix(
                    safe,
                    "Replaces",
                    Wordings.capture(replace.target()),
                    "by",
                    Wordings.code(replace.code()),
                    conditional);
        } else if (fix.change() instanceof Rule.Change.Insert insert) {
            return new RuleView.Fix(
                    safe,
                    insert.before() ? "Before" : "After",
                    Wordings.capture(insert.target()),
                    "puts in",
                    Wordings.code(insert.code()),
                    conditional);
        } else if (fix.change() instanceof Rule.Change.Set set) {
            String target = text.of(new Expr.Attribute(set.element(), set.attribute()));
            return new RuleView.Fix(
                    safe, "Sets", target, "to", Wordings.code(set.value()), conditional);
        }
        Rule.Change.Add add = (Rule.Change.Add) fix.change();
        return new RuleView.Fix(
                safe, "To", text.of(add.element()), "adds", Wordings.code(add.code()), conditional);
    }

    private RuleView.Examples shown(Rule rule) {
        List<RuleView.Example> avoid = new ArrayList<>();
        List<RuleView.Example> prefer = new ArrayList<>();
        for (Rule.Example example : rule.examples()) {
            Examples.Outcome outcome = outcome(rule, example);
            List<CodeLine> lines = lines(rule, example.code(), notes(rule, outcome));
            String fixed = example.fixed().isEmpty() ? outcome.fixed() : example.fixed();
            var view =
                    new RuleView.Example(
                            example.label(),
                            example.todo(),
                            lines,
                            fixed.isEmpty()
                                    ? List.of()
                                    : Diff.of(lines, lines(rule, fixed, Map.of())));
            (example.kind() == Rule.Example.Kind.BAD ? avoid : prefer).add(view);
        }
        return new RuleView.Examples(avoid, prefer);
    }

    /** A topic and the rule's own page show the same example; pages are made at the same time. */
    private synchronized Examples.Outcome outcome(Rule rule, Rule.Example example) {
        return outcomes.computeIfAbsent(example, x -> examples.of(rule, x));
    }

    private List<CodeLine> lines(Rule rule, String code, Map<Integer, List<CodeLine.Note>> notes) {
        return CodeLine.of(code, rule.subject(), colours, notes);
    }

    private static Map<Integer, List<CodeLine.Note>> notes(Rule rule, Examples.Outcome outcome) {
        Map<Integer, List<CodeLine.Note>> notes = new TreeMap<>();
        outcome.marks().stream()
                .sorted(
                        Comparator.comparing((Examples.Mark mark) -> mark.place().line())
                                .thenComparing(mark -> mark.place().column())
                                .thenComparing(Examples.Mark::message))
                .forEach(
                        mark ->
                                notes.computeIfAbsent(mark.place().line(), x -> new ArrayList<>())
                                        .add(note(new Ref(rule.id(), ""), mark)));
        return notes;
    }

    /** Returns what is said on a line, by a rule. */
    static CodeLine.Note note(Ref rule, Examples.Mark mark) {
        int from = mark.place().column() - 1;
        var remark =
                new CodeLine.Remark(
                        mark.severity(),
                        Inline.of(mark.message()),
                        rule,
                        mark.way().stream()
                                .map(s -> "line " + s.line() + ": `" + s.code() + "` " + s.what())
                                .toList());
        return new CodeLine.Note(new CodeLine.Part(from, from + mark.place().length()), remark);
    }
}
