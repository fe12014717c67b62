package org.ringfence.cli.serve;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.ringfence.cli.desk.Code;
import org.ringfence.cli.desk.Desk;
import org.ringfence.cli.desk.Wish;
import org.ringfence.cli.desk.Wrong;
import org.ringfence.cli.serve.Answers.HitAnswer;
import org.ringfence.cli.serve.Answers.RuleLine;
import org.ringfence.cli.serve.Answers.TopicLine;
import org.ringfence.kb.Topic;
import org.ringfence.report.JsonReport;
import org.ringfence.rule.Rule;
import org.ringfence.site.ServicePages;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API: JSON for programs. */
final class Api {
    private static final int USUAL_HITS = 10;
    private static final int SUGGESTIONS = 8;
    private static final int LONGEST_TYPED = 100;
    private static final int USUAL_TOPICS = 100;
    private static final int MOST_TOPICS = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final Desk desk;
    private final ServicePages pages;
    private final Checks checks;
    private final Metrics metrics;
    private final String version;

    Api(Desk desk, ServicePages pages, Checks checks, Metrics metrics, String version) {
        this.desk = desk;
        this.pages = pages;
        this.checks = checks;
        this.metrics = metrics;
        this.version = version;
    }

    /**
     * @param path where {@code <name>} stands for a part that may have slashes
     */
    record Endpoint(HandlerType method, String path, Handler handler) {}

    List<Endpoint> endpoints() {
        return List.of(
                get("/api/search", this::search),
                get("/api/suggest", this::suggest),
                get("/api/topics", this::topics),
                get("/api/topics/<id>", this::topic),
                get("/api/rules", this::rules),
                get("/api/rules/<id>", this::rule),
                new Endpoint(HandlerType.POST, "/api/check", this::check),
                get(Routes.OPENAPI, context -> raw(context, openapi())),
                get(Routes.HEALTH, this::health),
                get(
                        Routes.METRICS,
                        context ->
                                context.contentType("text/plain; version=0.0.4; charset=utf-8")
                                        .result(metrics.text())));
    }

    private static Endpoint get(String path, Handler handler) {
        return new Endpoint(HandlerType.GET, path, handler);
    }

    /** The description of the API, as it lies in the program. */
    static byte[] openapi() throws IOException {
        try (InputStream in = Api.class.getResourceAsStream("openapi.json")) {
            return in.readAllBytes();
        }
    }

    private static void json(Context context, Object answer) {
        raw(context, JSON.writeValueAsBytes(answer));
    }

    private static void raw(Context context, byte[] json) {
        context.contentType("application/json").header("Cache-Control", "no-store").result(json);
    }

    private String address(Topic topic) {
        return address(pages.topic(topic.id(), ""));
    }

    private static String address(Optional<String> page) {
        return page.map(place -> "/" + place).orElse("");
    }

    private void search(Context context) throws IOException {
        Parameters asked = new Parameters(context);
        Wish wish =
                new Wish(
                        asked.text("q"),
                        asked.number("limit", USUAL_HITS, Wish.MOST),
                        asked.text("area"),
                        asked.flag("ruled"));
        List<HitAnswer> hits =
                desk.search(wish).stream()
                        .map(
                                found ->
                                        HitAnswer.of(
                                                found,
                                                address(
                                                        pages.topic(
                                                                found.hit().topicId(),
                                                                found.hit().anchor()))))
                        .toList();
        json(context, new Answers.SearchAnswer(wish.query(), hits));
    }

    private void suggest(Context context) {
        String typed = new Parameters(context).text("q");
        if (typed.isBlank() || typed.length() > LONGEST_TYPED) {
            throw new Wrong(
                    Wrong.Kind.INVALID,
                    "`q` must have 1 to %d characters".formatted(LONGEST_TYPED));
        }
        json(context, new Answers.SuggestAnswer(desk.suggestions(typed, SUGGESTIONS)));
    }

    private void topics(Context context) {
        Parameters asked = new Parameters(context);
        int offset = asked.number("offset", 0, Integer.MAX_VALUE);
        int limit = asked.number("limit", USUAL_TOPICS, MOST_TOPICS);
        List<TopicLine> told =
                desk.topics().stream()
                        .skip(offset)
                        .limit(limit)
                        .map(topic -> TopicLine.of(topic, address(topic), desk.rules(topic)))
                        .toList();
        json(context, new Answers.TopicsAnswer(told, desk.topics().size()));
    }

    private void topic(Context context) {
        Topic topic = desk.topic(context.pathParam("id"));
        json(
                context,
                new Answers.TopicAnswer(
                        topic.id(),
                        topic.title(),
                        topic.summary(),
                        address(topic),
                        desk.rules(topic),
                        topic.body().texts().stream().findFirst().orElse("")));
    }

    private RuleLine line(Rule rule) {
        return RuleLine.of(rule, address(pages.rule(rule.id())));
    }

    private void rules(Context context) {
        Parameters asked = new Parameters(context);
        String topic = asked.text("topic");
        String kind = asked.text("kind");
        List<String> ofTopic = topic.isEmpty() ? List.of() : desk.rules(desk.topic(topic));
        if (!kind.isEmpty() && !desk.kinds().contains(kind)) {
            throw new Wrong(
                    Wrong.Kind.INVALID, "`kind` must be one of " + String.join(", ", desk.kinds()));
        }
        json(
                context,
                new Answers.RulesAnswer(
                        desk.rules().stream()
                                .filter(rule -> topic.isEmpty() || ofTopic.contains(rule.id()))
                                .filter(rule -> kind.isEmpty() || rule.subject().equals(kind))
                                .map(this::line)
                                .toList()));
    }

    private void rule(Context context) {
        Rule rule = desk.rule(context.pathParam("id"));
        json(context, new Answers.RuleAnswer(line(rule), desk.explanation(rule)));
    }

    private void check(Context context) throws Exception {
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        JsonReport.write(Desk.bounded(checks.check(code(context.bodyAsBytes()))), report);
        raw(context, report.toByteArray());
    }

    private static Code code(byte[] body) {
        JsonNode asked;
        try {
            asked = JSON.readTree(body);
        } catch (JacksonException e) {
            throw new Wrong(Wrong.Kind.INVALID, "the body is not JSON: " + e.getOriginalMessage());
        }
        for (String name : List.of("kind", "text")) {
            if (!asked.path(name).isString()) {
                throw new Wrong(
                        Wrong.Kind.INVALID,
                        "the body must be an object with the texts `kind` and `text`; `%s` is missing"
                                .formatted(name));
            }
        }
        return new Code(asked.path("kind").asString(), asked.path("text").asString());
    }

    private void health(Context context) {
        json(
                context,
                new Answers.HealthAnswer("ok", version, desk.topics().size(), desk.rules().size()));
    }
}
