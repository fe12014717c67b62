package org.ringfence.rule;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.ringfence.rule.JsonObject.Malformed;
import org.ringfence.subject.Pattern;

/** Patterns, expressions and conditions as JSON; each object is known by its first field. */
final class LogicJson {
    private LogicJson() {}

    // --- patterns

    static void write(JsonGenerator out, Pattern pattern) throws IOException {
        out.writeStartObject();
        if (pattern instanceof Pattern.Exact exact) {
            out.writeStringField("kind", exact.kind());
            if (!exact.label().isEmpty()) {
                out.writeStringField("label", exact.label());
            }
            if (!exact.children().isEmpty()) {
                writePatterns(out, "children", exact.children());
            }
        } else if (pattern instanceof Pattern.Capture capture) {
            out.writeStringField("capture", capture.name());
        } else if (pattern instanceof Pattern.Rest rest) {
            out.writeStringField("rest", rest.name());
        } else {
            out.writeBooleanField("any", true);
        }
        out.writeEndObject();
    }

    private static void writePatterns(JsonGenerator out, String field, List<Pattern> patterns)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (Pattern pattern : patterns) {
            write(out, pattern);
        }
        out.writeEndArray();
    }

    static Pattern pattern(JsonObject json) {
        if (json.has("kind")) {
            return new Pattern.Exact(
                    json.text("kind"), json.textOrEmpty("label"), patterns(json, "children"));
        } else if (json.has("capture")) {
            return new Pattern.Capture(json.text("capture"));
        } else if (json.has("rest")) {
            return new Pattern.Rest(json.text("rest"));
        } else if (json.has("any")) {
            return new Pattern.Any();
        }
        throw unknown("pattern", json);
    }

    private static List<Pattern> patterns(JsonObject json, String field) {
        return json.objects(field).stream().map(LogicJson::pattern).toList();
    }

    // --- alternatives

    static void writeAlternatives(JsonGenerator out, String field, List<Alternative> alternatives)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (Alternative alternative : alternatives) {
            out.writeStartObject();
            out.writeStringField("written", alternative.written());
            out.writeFieldName("pattern");
            write(out, alternative.pattern());
            writeUnlessAlways(out, "where", alternative.where());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    static List<Alternative> alternatives(JsonObject json, String field) {
        return json.objects(field).stream()
                .map(
                        a ->
                                new Alternative(
                                        pattern(a.object("pattern")),
                                        conditionOrAlways(a, "where"),
                                        a.text("written")))
                .toList();
    }

    // --- expressions

    static void write(JsonGenerator out, Expr expr) throws IOException {
        out.writeStartObject();
        if (expr instanceof Expr.Capture capture) {
            out.writeStringField("capture", capture.name());
        } else if (expr instanceof Expr.Call call) {
            out.writeStringField("call", call.function());
            writeExprs(out, "arguments", call.arguments());
        } else if (expr instanceof Expr.Attribute attribute) {
            out.writeStringField("attribute", attribute.name());
            writeExpr(out, "of", attribute.target());
        } else if (expr instanceof Expr.Collection collection) {
            out.writeStringField("collection", collection.name());
        } else if (expr instanceof Expr.Number number) {
            out.writeNumberField("number", number.value());
            out.writeStringField("written", number.written());
        } else if (expr instanceof Expr.Text text) {
            out.writeStringField("text", text.text());
        } else if (expr instanceof Expr.Set set) {
            out.writeStringField("set", set.name());
            writeExprs(out, "items", set.items());
        } else if (expr instanceof Expr.Lookup lookup) {
            write(out, lookup);
        } else if (expr instanceof Expr.Parameter parameter) {
            out.writeStringField("parameter", parameter.name());
            writeExpr(out, "value", parameter.value());
        }
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, Expr.Lookup lookup) throws IOException {
        out.writeStringField("lookup", lookup.map());
        out.writeArrayFieldStart("entries");
        for (Expr.Entry entry : lookup.entries()) {
            out.writeStartObject();
            writeExpr(out, "key", entry.key());
            writeExpr(out, "value", entry.value());
            out.writeEndObject();
        }
        out.writeEndArray();
        writeExpr(out, "key", lookup.key());
    }

    static void writeExpr(JsonGenerator out, String field, Expr expr) throws IOException {
        out.writeFieldName(field);
        write(out, expr);
    }

    private static void writeExprs(JsonGenerator out, String field, List<Expr> exprs)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (Expr expr : exprs) {
            write(out, expr);
        }
        out.writeEndArray();
    }

    static Expr expr(JsonObject json) {
        if (json.has("capture")) {
            return new Expr.Capture(json.text("capture"));
        } else if (json.has("call")) {
            return new Expr.Call(json.text("call"), exprs(json, "arguments"));
        } else if (json.has("attribute")) {
            return new Expr.Attribute(expr(json.object("of")), json.text("attribute"));
        } else if (json.has("collection")) {
            return new Expr.Collection(json.text("collection"));
        } else if (json.has("number")) {
            return new Expr.Number(json.number("number"), json.text("written"));
        } else if (json.has("text")) {
            return new Expr.Text(json.text("text"));
        } else if (json.has("set")) {
            return new Expr.Set(json.text("set"), exprs(json, "items"));
        } else if (json.has("lookup")) {
            return new Expr.Lookup(json.text("lookup"), entries(json), expr(json.object("key")));
        } else if (json.has("parameter")) {
            return new Expr.Parameter(json.text("parameter"), expr(json.object("value")));
        }
        throw unknown("expression", json);
    }

    private static List<Expr.Entry> entries(JsonObject json) {
        return json.objects("entries").stream()
                .map(e -> new Expr.Entry(expr(e.object("key")), expr(e.object("value"))))
                .toList();
    }

    private static List<Expr> exprs(JsonObject json, String field) {
        return json.objects(field).stream().map(LogicJson::expr).toList();
    }

    // --- conditions

    static void writeCondition(JsonGenerator out, String field, Condition condition)
            throws IOException {
        out.writeFieldName(field);
        write(out, condition);
    }

    static void write(JsonGenerator out, Condition condition) throws IOException {
        out.writeStartObject();
        if (condition instanceof Condition.And and) {
            writeConditions(out, "and", and.operands());
        } else if (condition instanceof Condition.Or or) {
            writeConditions(out, "or", or.operands());
        } else if (condition instanceof Condition.Not not) {
            writeCondition(out, "not", not.operand());
        } else if (condition instanceof Condition.Compare compare) {
            writeBinary(out, "compare", word(compare.op()), compare.left(), compare.right());
        } else if (condition instanceof Condition.In in) {
            writeBinary(out, "in", "", in.left(), in.right());
        } else if (condition instanceof Condition.Bits bits) {
            writeBinary(out, "bits", word(bits.op()), bits.left(), bits.right());
        } else if (condition instanceof Condition.Holds holds) {
            writeExpr(out, "holds", holds.expr());
        } else if (condition instanceof Condition.Is is) {
            out.writeStringField("is", is.kind());
            writeExpr(out, "left", is.left());
        } else if (condition instanceof Condition.Structural structural) {
            out.writeStringField("structural", word(structural.op()));
            writeExpr(out, "left", structural.left());
            writeAlternatives(out, "alternatives", structural.alternatives());
        } else if (condition instanceof Condition.Like like) {
            out.writeStringField("like", like.regex());
            writeExpr(out, "left", like.left());
        } else if (condition instanceof Condition.Path path) {
            out.writeStringField("path", word(path.op()));
            out.writeBooleanField("every", path.every());
            writeExpr(out, "left", path.left());
            writeAlternatives(out, "alternatives", path.alternatives());
        } else if (condition instanceof Condition.Flows flows) {
            out.writeStringField("flows", word(flows.direction()));
            if (flows.pointer()) {
                out.writeBooleanField("pointer", true);
            }
            writeExpr(out, "left", flows.left());
            writeAlternatives(out, "alternatives", flows.alternatives());
        } else if (condition instanceof Condition.Quantified quantified) {
            out.writeStringField("quantified", quantified.every() ? "every" : "any");
            out.writeStringField("variable", quantified.variable());
            writeExpr(out, "collection", quantified.collection());
            writeCondition(out, "body", quantified.body());
        }
        out.writeEndObject();
    }

    private static void writeConditions(JsonGenerator out, String field, List<Condition> conditions)
            throws IOException {
        out.writeArrayFieldStart(field);
        for (Condition condition : conditions) {
            write(out, condition);
        }
        out.writeEndArray();
    }

    private static void writeBinary(
            JsonGenerator out, String field, String op, Expr left, Expr right) throws IOException {
        out.writeStringField(field, op);
        writeExpr(out, "left", left);
        writeExpr(out, "right", right);
    }

    static void writeUnlessAlways(JsonGenerator out, String field, Condition condition)
            throws IOException {
        if (!condition.equals(Condition.ALWAYS)) {
            writeCondition(out, field, condition);
        }
    }

    static Condition conditionOrAlways(JsonObject json, String field) {
        return json.has(field) ? condition(json.object(field)) : Condition.ALWAYS;
    }

    static Condition condition(JsonObject json) {
        if (json.has("and")) {
            return new Condition.And(conditions(json, "and"));
        } else if (json.has("or")) {
            return new Condition.Or(conditions(json, "or"));
        } else if (json.has("not")) {
            return new Condition.Not(condition(json.object("not")));
        } else if (json.has("compare")) {
            return new Condition.Compare(
                    json.word("compare", Condition.Comparison.class),
                    left(json),
                    expr(json.object("right")));
        } else if (json.has("in")) {
            return new Condition.In(left(json), expr(json.object("right")));
        } else if (json.has("bits")) {
            return new Condition.Bits(
                    json.word("bits", Condition.BitTest.class),
                    left(json),
                    expr(json.object("right")));
        } else if (json.has("holds")) {
            return new Condition.Holds(expr(json.object("holds")));
        } else if (json.has("is")) {
            return new Condition.Is(left(json), json.text("is"));
        } else if (json.has("structural")) {
            return new Condition.Structural(
                    json.word("structural", Condition.Where.class),
                    left(json),
                    alternatives(json, "alternatives"));
        } else if (json.has("like")) {
            return new Condition.Like(left(json), regex(json.text("like")));
        } else if (json.has("path")) {
            return new Condition.Path(
                    json.word("path", Condition.PathTest.class),
                    left(json),
                    alternatives(json, "alternatives"),
                    json.flag("every"));
        } else if (json.has("flows")) {
            return new Condition.Flows(
                    json.word("flows", Condition.Direction.class),
                    left(json),
                    alternatives(json, "alternatives"),
                    json.has("pointer") && json.flag("pointer"));
        } else if (json.has("quantified")) {
            return new Condition.Quantified(
                    json.text("quantified").equals("every"),
                    json.text("variable"),
                    expr(json.object("collection")),
                    condition(json.object("body")));
        }
        throw unknown("condition", json);
    }

    private static String regex(String text) {
        try {
            Regex.of(text);
            return text;
        } catch (Regex.Malformed e) {
            throw new Malformed("`like` is no regular expression: " + e.getMessage());
        }
    }

    private static Expr left(JsonObject json) {
        return expr(json.object("left"));
    }

    private static List<Condition> conditions(JsonObject json, String field) {
        return json.objects(field).stream().map(LogicJson::condition).toList();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Malformed unknown(String what, JsonObject json) {
        return new Malformed(
                "it uses a " + what + " " + json.names() + " that this engine does not know");
    }
}
