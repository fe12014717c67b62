package org.ringfence.site;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;
import org.ringfence.rule.LogicText;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Template;
import org.ringfence.site.html.CodeLine;

/** Pages as Markdown, for tools that read no HTML, and the list of them. */
final class Texts {
    static final String LIST = "llms.txt";
    private static final LogicText TEXT = LogicText.asWritten();

    private final Catalog catalog;
    private final Places places;

    Texts(Catalog catalog, Places places) {
        this.catalog = catalog;
        this.places = places;
    }

    /** Returns the list of all pages, in the form of <a href="https://llmstxt.org">llms.txt</a>. */
    String list() {
        var text = new StringBuilder("# Ringfence\n\n");
        text.append("> Security guidance for Windows drivers, and the rules that check it.\n");
        for (Catalog.Area area : catalog.areas()) {
            text.append("\n## ").append(line(area.title())).append("\n\n");
            for (Topic topic : area.topics()) {
                places.topicText(topic)
                        .ifPresent(page -> entry(text, topic.title(), page, topic.summary()));
            }
        }
        if (!catalog.rules().isEmpty()) {
            text.append("\n## Rules\n\n");
            for (Catalog.Listed rule : catalog.rules()) {
                String about = rule.rule().id() + ", " + severity(rule.rule());
                entry(text, RuleViews.title(rule.rule()), Places.text(places.rule(rule)), about);
            }
        }
        return text.toString();
    }

    private static void entry(StringBuilder text, String title, String page, String about) {
        text.append("- [").append(line(title).replace("[", "\\[").replace("]", "\\]"));
        text.append("](").append(page).append(')');
        text.append(about.isEmpty() ? "" : ": " + line(about)).append('\n');
    }

    /** Returns a topic as its author wrote it, without the front matter. */
    static String topic(Topic topic) {
        String body = topic.body().texts().get(0).strip();
        boolean titled =
                topic.sections().stream()
                        .findFirst()
                        .map(Section::heading)
                        .filter(heading -> !heading.isEmpty())
                        .isPresent();
        return (titled ? "" : "# " + line(topic.title()) + "\n\n") + body + "\n";
    }

    /** Returns a rule with its examples. */
    String rule(Catalog.Listed listed) {
        Rule rule = listed.rule();
        List<String> blocks = new ArrayList<>();
        blocks.add("# " + line(rule.title()));
        blocks.add(
                "`%s` of %s, on %s: %s, %s confidence"
                        .formatted(
                                rule.id(),
                                listed.packName(),
                                rule.subject(),
                                severity(rule),
                                rule.classification().confidence().word()));
        blocks.add(message(rule.wording().message()));
        add(blocks, "What to do: ", rule.wording().hint());
        add(blocks, "What it cannot see: ", rule.wording().limits());
        for (int cwe : rule.classification().cwe()) {
            blocks.add(("CWE-" + cwe + " " + Weaknesses.name(cwe)).strip());
        }
        for (var ref : rule.classification().topics()) {
            blocks.add("Guidance: " + ref);
        }
        for (Rule.Example example : rule.examples()) {
            boolean bad = example.kind() == Rule.Example.Kind.BAD;
            String label = example.label().isEmpty() ? "" : ": " + line(example.label());
            blocks.add("## " + (bad ? "Avoid" : "Prefer") + label);
            blocks.add(fenced(rule.subject(), CodeLine.Bare.of(example.code()).text()));
        }
        return String.join("\n\n", blocks) + "\n";
    }

    private static String severity(Rule rule) {
        return rule.classification().severity().word();
    }

    private static void add(List<String> blocks, String label, String text) {
        if (!text.isEmpty()) {
            blocks.add(label + line(text));
        }
    }

    private static String message(Template message) {
        var text = new StringBuilder();
        for (Template.Part part : message.parts()) {
            text.append(
                    part instanceof Template.Plain plain
                            ? plain.text()
                            : "{" + TEXT.of(((Template.Hole) part).expr()) + "}");
        }
        return line(text.toString());
    }

    /** Returns code between fences that it does not contain itself. */
    private static String fenced(String language, String code) {
        String fence = "```";
        while (code.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + code + "\n" + fence;
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
