package org.ringfence.dsl.pack;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ringfence.rule.Condition;
import org.ringfence.rule.LogicText;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.TopicRef;

/** The document of one rule. */
public final class RuleMarkdown {
    private final StringBuilder out = new StringBuilder();
    private final Rule rule;
    private final RulePack pack;

    private RuleMarkdown(Rule rule, RulePack pack) {
        this.rule = rule;
        this.pack = pack;
    }

    /** The document in Markdown; it ends with a line end. */
    public static String of(Rule rule, RulePack pack) {
        RuleMarkdown document = new RuleMarkdown(rule, pack);
        document.facts();
        document.texts();
        document.examples(Rule.Example.Kind.BAD, "Flagged");
        document.examples(Rule.Example.Kind.GOOD, "Not flagged");
        return document.out.toString();
    }

    private void facts() {
        Rule.Classification facts = rule.classification();
        line("# " + rule.title());
        line("");
        fact("Rule", "`" + rule.id() + "` of " + pack.name() + " " + pack.version());
        fact("Checks", "`" + rule.subject() + "`");
        fact("Severity", severity());
        fact("Confidence", facts.confidence().word());
        fact("Status", status());
        facts.topics().forEach(topic -> fact("Guidance", topic(topic)));
        if (!facts.cwe().isEmpty()) {
            fact(
                    "Weaknesses",
                    facts.cwe().stream()
                            .map(cwe -> "CWE-" + cwe)
                            .collect(Collectors.joining(", ")));
        }
        fact("Written in", rule.origin().toString());
    }

    private String severity() {
        return rule.classification().severities().stream()
                .map(
                        s ->
                                s.severity().word()
                                        + (s.when().equals(Condition.ALWAYS)
                                                ? ""
                                                : " in some cases"))
                .collect(Collectors.joining(", otherwise "));
    }

    private String status() {
        String replacedBy = rule.classification().replacedBy();
        return rule.classification().status().name().toLowerCase(Locale.ROOT)
                + (replacedBy.isEmpty() ? "" : ", replaced by `" + replacedBy + "`");
    }

    private String topic(TopicRef ref) {
        return pack.topics().stream()
                .filter(topic -> topic.id().equals(ref.topic()))
                .findFirst()
                .map(topic -> topic.title() + " (" + ref + ")")
                .orElse(ref.toString());
    }

    private void texts() {
        section("What is flagged", LogicText.asWritten().of(rule.wording().message()));
        rule.wording()
                .related()
                .forEach(
                        related ->
                                line(
                                        "It also points to: "
                                                + LogicText.asWritten().of(related.message())));
        section("What to do", rule.wording().hint());
        section("Limits", rule.wording().limits());
    }

    private void examples(Rule.Example.Kind kind, String heading) {
        List<Rule.Example> examples =
                rule.examples().stream().filter(example -> example.kind() == kind).toList();
        if (!examples.isEmpty()) {
            heading(heading);
        }
        for (Rule.Example example : examples) {
            line("");
            if (!example.label().isEmpty() || example.todo()) {
                String label = example.label() + (example.todo() ? " (not met yet)" : "");
                line(label.strip() + ":");
                line("");
            }
            fenced(example.code());
            if (!example.fixed().isEmpty()) {
                line("");
                line("After its fixes:");
                line("");
                fenced(example.fixed());
            }
        }
    }

    private void fact(String name, String text) {
        line("- " + name + ": " + text);
    }

    private void section(String heading, String text) {
        if (!text.isEmpty()) {
            heading(heading);
            line("");
            line(text);
        }
    }

    private void heading(String heading) {
        line("");
        line("## " + heading);
    }

    /** Between fences that are longer than any in the code. */
    private void fenced(String code) {
        String fence = "```";
        while (code.contains(fence)) {
            fence += "`";
        }
        line(fence + rule.subject());
        out.append(code.endsWith("\n") ? code : code + "\n");
        line(fence);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }
}
