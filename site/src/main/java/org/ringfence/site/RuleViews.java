package org.ringfence.site;

import java.util.ArrayList;
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

    RuleViews(Catalog catalog, Places places, Examples examples) {
        this.catalog = catalog;
        this.places = places;
        this.examples = examples;
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
                rule.classification().cwe(),
                passing(rule, Rule.Example.Kind.BAD),
                passing(rule, Rule.Example.Kind.GOOD),
                (int) rule.examples().stream().filter(Rule.Example::todo).count());
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
                facts.cwe(),
                topics(listed.rule(), page),
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
            List<CodeLine> fixed =
                    example.fixed().isEmpty() ? List.of() : CodeLine.of(example.fixed(), Map.of());
            var view =
                    new RuleView.Example(
                            example.label(),
                            example.todo(),
                            CodeLine.of(example.code(), remarks(rule, example)),
                            fixed);
            (example.kind() == Rule.Example.Kind.BAD ? avoid : prefer).add(view);
        }
        return new RuleView.Examples(avoid, prefer);
    }

    private Map<Integer, List<Ref>> remarks(Rule rule, Rule.Example example) {
        Map<Integer, List<Ref>> remarks = new TreeMap<>();
        for (Examples.Mark mark : examples.marks(rule, example)) {
            remarks.computeIfAbsent(mark.line(), line -> new ArrayList<>())
                    .add(new Ref(mark.message(), ""));
        }
        remarks.values().forEach(said -> said.sort(java.util.Comparator.comparing(Ref::text)));
        return remarks;
    }
}
