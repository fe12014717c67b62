package org.ringfence.rule;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.ringfence.rule.JsonObject.Malformed;
import org.ringfence.subject.Flow;

/** One rule as JSON. Fields that would be empty are left out. */
final class RuleJson {
    private RuleJson() {}

    static void write(JsonGenerator out, Rule rule) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", rule.id());
        out.writeStringField("title", rule.title());
        out.writeStringField("on", rule.subject());
        writeTexts(out, "features", rule.features());
        writeClassification(out, rule.classification());
        out.writeArrayFieldStart("required");
        for (List<String> words : rule.required()) {
            out.writeStartArray();
            for (String word : words) {
                out.writeString(word);
            }
            out.writeEndArray();
        }
        out.writeEndArray();
        writeQuery(out, rule.query());
        writeConditions(out, rule.conditions());
        writeWording(out, rule.wording());
        writeFixes(out, rule.fixes());
        writeExamples(out, rule.examples());
        writeOrigin(out, rule.origin());
        out.writeEndObject();
    }

    static Rule read(JsonObject json) {
        return new Rule(
                json.text("id"),
                json.text("title"),
                json.text("on"),
                classification(json),
                query(json),
                conditions(json),
                wording(json),
                json.objects("fixes").stream().map(RuleJson::fix).toList(),
                json.objects("examples").stream().map(RuleJson::example).toList(),
                json.textLists("required"),
                new TreeSet<>(json.texts("features")),
                origin(json));
    }

    private static void writeClassification(JsonGenerator out, Rule.Classification c)
            throws IOException {
        out.writeArrayFieldStart("severity");
        for (Rule.SeverityCase severity : c.severities()) {
            out.writeStartObject();
            out.writeStringField("level", severity.severity().word());
            LogicJson.writeUnlessAlways(out, "when", severity.when());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeStringField("confidence", c.confidence().word());
        out.writeArrayFieldStart("topics");
        for (TopicRef topic : c.topics()) {
            out.writeStartObject();
            out.writeStringField("topic", topic.topic());
            writeNonEmpty(out, "section", topic.section());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("cwe");
        for (int cwe : c.cwe()) {
            out.writeNumber(cwe);
        }
        out.writeEndArray();
        out.writeStringField("status", word(c.status()));
        writeNonEmpty(out, "replaced-by", c.replacedBy());
    }

    private static Rule.Classification classification(JsonObject json) {
        List<Rule.SeverityCase> severities = new ArrayList<>();
        for (JsonObject severity : json.objects("severity")) {
            severities.add(
                    new Rule.SeverityCase(severity.word("level", Severity.class), when(severity)));
        }
        if (severities.isEmpty()) {
            throw new Malformed("it has no severity");
        }
        List<TopicRef> topics = new ArrayList<>();
        for (JsonObject topic : json.objects("topics")) {
            topics.add(new TopicRef(topic.text("topic"), topic.textOrEmpty("section")));
        }
        return new Rule.Classification(
                severities,
                json.word("confidence", Confidence.class),
                topics,
                json.integers("cwe"),
                json.word("status", Rule.Status.class),
                json.textOrEmpty("replaced-by"));
    }

    private static void writeQuery(JsonGenerator out, Query query) throws IOException {
        out.writeObjectFieldStart("query");
        if (query instanceof Query.Match match) {
            out.writeArrayFieldStart("match");
            for (Query.Step step : match.steps()) {
                writeStep(out, step);
            }
            out.writeEndArray();
        } else if (query instanceof Query.Each each) {
            out.writeStringField("each", each.variable());
            out.writeStringField("in", each.collection().name());
        } else if (query instanceof Query.FlowPath flow) {
            out.writeNumberField("flow", flow.way().depth());
            if (flow.way().pointer()) {
                out.writeBooleanField("pointer", true);
            }
            writeNonEmpty(out, "arrival", flow.arrival());
            out.writeFieldName("from");
            writeStep(out, flow.from());
            out.writeFieldName("to");
            writeStep(out, flow.to());
        }
        out.writeEndObject();
    }

    private static void writeStep(JsonGenerator out, Query.Step step) throws IOException {
        out.writeStartObject();
        LogicJson.writeAlternatives(out, "alternatives", step.alternatives());
        writeNonEmpty(out, "as", step.as());
        out.writeEndObject();
    }

    private static Query query(JsonObject rule) {
        JsonObject json = rule.object("query");
        if (json.has("match")) {
            List<Query.Step> steps = json.objects("match").stream().map(RuleJson::step).toList();
            if (steps.isEmpty()) {
                throw new Malformed("its match has no step");
            }
            return new Query.Match(steps);
        } else if (json.has("each")) {
            return new Query.Each(json.text("each"), new Expr.Collection(json.text("in")));
        } else if (json.has("flow")) {
            return new Query.FlowPath(
                    step(json.object("from")),
                    step(json.object("to")),
                    json.textOrEmpty("arrival"),
                    new Flow.Way(
                            json.integer("flow"), json.has("pointer") && json.flag("pointer")));
        }
        throw new Malformed("it uses a query " + json.names() + " that this engine does not know");
    }

    private static Query.Step step(JsonObject json) {
        return new Query.Step(LogicJson.alternatives(json, "alternatives"), json.textOrEmpty("as"));
    }

    private static void writeConditions(JsonGenerator out, Rule.Conditions conditions)
            throws IOException {
        out.writeArrayFieldStart("within");
        for (Rule.Role role : conditions.within()) {
            out.writeStartObject();
            out.writeStringField("role", role.name());
            out.writeStringField("function", role.function());
            LogicJson.writeAlternatives(out, "alternatives", role.in());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("lets");
        for (Rule.Let let : conditions.lets()) {
            out.writeStartObject();
            out.writeStringField("variable", let.variable());
            LogicJson.writeExpr(out, "value", let.value());
            out.writeEndObject();
        }
        out.writeEndArray();
        writeClauses(out, "where", conditions.where());
        writeClauses(out, "unless", conditions.unless());
    }

    private static void writeClauses(JsonGenerator out, String field, List<Rule.Clause> clauses)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (Rule.Clause clause : clauses) {
            out.writeStartObject();
            LogicJson.writeCondition(out, "condition", clause.condition());
            writeOrigin(out, clause.origin());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static Rule.Conditions conditions(JsonObject json) {
        List<Rule.Let> lets =
                json.objects("lets").stream()
                        .map(
                                let ->
                                        new Rule.Let(
                                                let.text("variable"),
                                                LogicJson.expr(let.object("value"))))
                        .toList();
        List<Rule.Role> within =
                json.objects("within").stream()
                        .map(
                                role ->
                                        new Rule.Role(
                                                role.text("role"),
                                                role.text("function"),
                                                LogicJson.alternatives(role, "alternatives")))
                        .toList();
        return new Rule.Conditions(within, lets, clauses(json, "where"), clauses(json, "unless"));
    }

    private static List<Rule.Clause> clauses(JsonObject json, String field) {
        return json.objects(field).stream()
                .map(c -> new Rule.Clause(LogicJson.condition(c.object("condition")), origin(c)))
                .toList();
    }

    private static void writeWording(JsonGenerator out, Rule.Wording wording) throws IOException {
        writeNonEmpty(out, "at", wording.at());
        writeTemplate(out, "message", wording.message());
        out.writeArrayFieldStart("related");
        for (Rule.Related related : wording.related()) {
            out.writeStartObject();
            out.writeStringField("at", related.at());
            writeTemplate(out, "message", related.message());
            out.writeEndObject();
        }
        out.writeEndArray();
        writeNonEmpty(out, "hint", wording.hint());
        writeNonEmpty(out, "limits", wording.limits());
    }

    private static Rule.Wording wording(JsonObject json) {
        List<Rule.Related> related =
                json.objects("related").stream()
                        .map(r -> new Rule.Related(r.text("at"), template(r, "message")))
                        .toList();
        return new Rule.Wording(
                json.textOrEmpty("at"),
                template(json, "message"),
                related,
                json.textOrEmpty("hint"),
                json.textOrEmpty("limits"));
    }

    private static void writeTemplate(JsonGenerator out, String field, Template template)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Plain plain) {
                out.writeStartObject();
                out.writeStringField("plain", plain.text());
                out.writeEndObject();
            } else if (part instanceof Template.Hole hole) {
                LogicJson.write(out, hole.expr());
            }
        }
        out.writeEndArray();
    }

    private static Template template(JsonObject json, String field) {
        List<Template.Part> parts = new ArrayList<>();
        for (JsonObject part : json.objects(field)) {
            parts.add(
                    part.has("plain")
                            ? new Template.Plain(part.text("plain"))
                            : new Template.Hole(LogicJson.expr(part)));
        }
        return new Template(parts);
    }

    private static void writeFixes(JsonGenerator out, List<Rule.Fix> fixes) throws IOException {
        out.writeArrayFieldStart("fixes");
        for (Rule.Fix fix : fixes) {
            out.writeStartObject();
            out.writeStringField("safety", word(fix.safety()));
            if (fix.change() instanceof Rule.Change.Replace replace) {
                out.writeStringField("replace", replace.target());
                writeTemplate(out, "with", replace.code());
            } else if (fix.change() instanceof Rule.Change.Insert insert) {
                out.writeStringField(insert.before() ? "before" : "after", insert.target());
                writeTemplate(out, "insert", insert.code());
            } else if (fix.change() instanceof Rule.Change.Set set) {
                out.writeStringField("set", set.attribute());
                LogicJson.writeExpr(out, "of", set.element());
                writeTemplate(out, "to", set.value());
            } else if (fix.change() instanceof Rule.Change.Add add) {
                LogicJson.writeExpr(out, "to", add.element());
                writeTemplate(out, "add", add.code());
            }
            LogicJson.writeUnlessAlways(out, "when", fix.when());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static Rule.Fix fix(JsonObject json) {
        return new Rule.Fix(json.word("safety", Rule.Safety.class), change(json), when(json));
    }

    private static Rule.Change change(JsonObject json) {
        if (json.has("replace")) {
            return new Rule.Change.Replace(json.text("replace"), template(json, "with"));
        } else if (json.has("insert")) {
            boolean before = json.has("before");
            return new Rule.Change.Insert(
                    before, json.text(before ? "before" : "after"), template(json, "insert"));
        } else if (json.has("set")) {
            return new Rule.Change.Set(
                    LogicJson.expr(json.object("of")), json.text("set"), template(json, "to"));
        } else if (json.has("add")) {
            return new Rule.Change.Add(LogicJson.expr(json.object("to")), template(json, "add"));
        }
        throw new Malformed("it uses a fix " + json.names() + " that this engine does not know");
    }

    private static void writeExamples(JsonGenerator out, List<Rule.Example> examples)
            throws IOException {
        out.writeArrayFieldStart("examples");
        for (Rule.Example example : examples) {
            out.writeStartObject();
            out.writeStringField("kind", word(example.kind()));
            if (example.todo()) {
                out.writeBooleanField("todo", true);
            }
            writeNonEmpty(out, "label", example.label());
            out.writeStringField("code", example.code());
            writeNonEmpty(out, "fixed", example.fixed());
            writeOrigin(out, example.origin());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static Rule.Example example(JsonObject json) {
        return new Rule.Example(
                json.word("kind", Rule.Example.Kind.class),
                json.flag("todo"),
                json.textOrEmpty("label"),
                json.text("code"),
                json.textOrEmpty("fixed"),
                origin(json));
    }

    private static Condition when(JsonObject json) {
        return LogicJson.conditionOrAlways(json, "when");
    }

    private static void writeOrigin(JsonGenerator out, Origin origin) throws IOException {
        out.writeObjectFieldStart("origin");
        out.writeStringField("file", origin.file());
        out.writeNumberField("line", origin.line());
        out.writeNumberField("column", origin.column());
        out.writeEndObject();
    }

    private static Origin origin(JsonObject json) {
        JsonObject origin = json.object("origin");
        return new Origin(origin.text("file"), origin.integer("line"), origin.integer("column"));
    }

    private static void writeTexts(JsonGenerator out, String field, Iterable<String> texts)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    private static void writeNonEmpty(JsonGenerator out, String field, String text)
            throws IOException {
        if (!text.isEmpty()) {
            out.writeStringField(field, text);
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
