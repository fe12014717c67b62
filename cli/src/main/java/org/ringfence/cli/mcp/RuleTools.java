package org.ringfence.cli.mcp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringfence.check.Report;
import org.ringfence.cli.desk.Code;
import org.ringfence.cli.desk.Desk;
import org.ringfence.cli.desk.Wrong;
import org.ringfence.cli.mcp.Tool.Answer;
import org.ringfence.dsl.draft.Draft;
import org.ringfence.report.Guide;
import org.ringfence.report.JsonReport;
import org.ringfence.report.Style;
import org.ringfence.report.TextReport;
import org.ringfence.rule.Rule;
import org.ringfence.rule.TopicRef;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The tools that tell rules, run them and draft them. */
final class RuleTools {
    private static final int LONGEST_ID = 300;
    private static final int MOST_RULES = 200;
    private static final int LONGEST_EXAMPLE = 8_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final Desk desk;
    private final Data data;

    RuleTools(Desk desk, Data data) {
        this.desk = desk;
        this.data = data;
    }

    List<Tool> all() {
        return List.of(list(), explain(), check(), draft());
    }

    private Tool list() {
        return new Tool(
                "list_rules",
                "List the rules",
                "Lists the rules that check driver code, with severity, topic and what they check;"
                        + " at most %d at once.".formatted(MOST_RULES),
                List.of(
                        Parameter.text("topic", "Only rules that enforce this topic", LONGEST_ID),
                        kind("Only rules that check this"),
                        Parameter.number("offset", "How many rules to leave out", 0, 100_000)),
                this::list);
    }

    private Parameter kind(String about) {
        return Parameter.text("kind", about, LONGEST_ID).oneOf(desk.kinds());
    }

    private Answer list(Arguments asked) {
        String topic = asked.text("topic").isEmpty() ? "" : desk.topic(asked.text("topic")).id();
        List<Rule> all =
                desk.rules().stream()
                        .filter(rule -> topic.isEmpty() || topics(rule).contains(topic))
                        .filter(
                                rule ->
                                        asked.text("kind").isEmpty()
                                                || rule.subject().equals(asked.text("kind")))
                        .toList();
        int from = Math.min(asked.number("offset", 0), all.size());
        List<Rule> told = all.subList(from, Math.min(all.size(), from + MOST_RULES));
        StringBuilder text = new StringBuilder();
        List<Map<String, Object>> rules = new ArrayList<>();
        for (Rule rule : told) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("id", rule.id());
            one.put("title", rule.title());
            one.put("kind", rule.subject());
            one.put("severity", rule.classification().severity().word());
            one.put("status", rule.classification().status().name().toLowerCase(Locale.ROOT));
            one.put("topics", topics(rule));
            one.put("cwe", rule.classification().cwe());
            rules.add(one);
            text.append(
                    "%s (%s, %s): %s\n"
                            .formatted(
                                    rule.id(), one.get("severity"), one.get("kind"), rule.title()));
        }
        String said =
                told.isEmpty()
                        ? "There is no such rule."
                        : "%d of %d rules.\n%s"
                                .formatted(
                                        told.size(),
                                        all.size(),
                                        data.quote("rules", Data.piece(text.toString(), 0)));
        return new Answer(said, Map.of("rules", rules, "total", all.size()));
    }

    private static List<String> topics(Rule rule) {
        return rule.classification().topics().stream().map(TopicRef::topic).distinct().toList();
    }

    private Tool explain() {
        return new Tool(
                "explain_rule",
                "Explain a rule",
                "Tells all about one rule: what it flags, why, what to do, what it cannot see, code"
                        + " that it flags and code that it does not.",
                List.of(Parameter.text("rule", "The id of the rule", LONGEST_ID).needed()),
                asked -> {
                    Rule rule = desk.rule(asked.text("rule"));
                    String text = Data.piece(desk.explanation(rule), 0);
                    return new Answer(
                            data.quote("rule:" + rule.id(), text),
                            Map.of("id", rule.id(), "topics", topics(rule)));
                });
    }

    private Tool check() {
        return new Tool(
                "check_source",
                "Check code",
                "Checks a text against all rules: driver C or C++ without its headers, an INF file,"
                        + " or a security descriptor in SDDL. Answers with findings, at most %d."
                                .formatted(Desk.MOST_FINDINGS),
                List.of(
                        kind("What the text is").needed(),
                        Parameter.text("text", "The text itself", Code.LONGEST).needed()),
                this::check);
    }

    private Answer check(Arguments asked) throws IOException {
        Report all = desk.check(new Code(asked.text("kind"), asked.text("text")));
        Report report = Desk.bounded(all);
        String text = new TextReport(Style.PLAIN, new Guide(List.of(), rule -> "")).write(report);
        ByteArrayOutputStream json = new ByteArrayOutputStream();
        JsonReport.write(report, json);
        Map<String, Object> answer =
                JSON.readValue(
                        json.toString(StandardCharsets.UTF_8),
                        new TypeReference<Map<String, Object>>() {});
        answer.put("total", all.findings().size());
        return new Answer(data.quote("check", Data.piece(text, 0)), answer);
    }

    private Tool draft() {
        return new Tool(
                "draft_rule_test",
                "Draft a rule and its tests",
                "Drafts a rule in the rules language, with its tests, from code that it must find"
                        + " and, where given, similar code that it must not. The draft compiles and"
                        + " passes its tests; nothing is written.",
                List.of(
                        kind("What the code is").needed(),
                        Parameter.text(
                                        "rule",
                                        "The id of the rule: words in lower case with - between"
                                                + " them",
                                        LONGEST_ID)
                                .needed(),
                        Parameter.text("bad", "Code that must be found", LONGEST_EXAMPLE).needed(),
                        Parameter.text(
                                "good", "Similar code that must not be found", LONGEST_EXAMPLE),
                        Parameter.text("topic", "The id of the topic it enforces", LONGEST_ID)),
                this::draft);
    }

    private Answer draft(Arguments asked) {
        String id = asked.text("rule");
        String topic = asked.text("topic").isEmpty() ? id : asked.text("topic");
        Draft draft =
                desk.draft(
                        asked.text("kind"),
                        new Draft.Wish(
                                "pack team::rules version \"0.1.0\"",
                                id,
                                topic,
                                asked.text("bad"),
                                asked.text("good")));
        if (draft instanceof Draft.Refused refused) {
            throw new Wrong(
                    Wrong.Kind.INVALID,
                    "no rule can be made: " + String.join("; ", refused.problems()));
        }
        Draft.Written written = (Draft.Written) draft;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("rules", written.rules());
        answer.put("pattern", written.pattern());
        answer.put("near_miss", written.nearMiss());
        return new Answer(data.quote(id + ".rules", Data.piece(written.rules(), 0)), answer);
    }
}
