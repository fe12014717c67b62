package org.ringfence.cli.mcp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ringfence.cli.desk.Desk;
import org.ringfence.cli.desk.Found;
import org.ringfence.cli.desk.Wish;
import org.ringfence.cli.desk.Wrong;
import org.ringfence.cli.mcp.Tool.Answer;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;

/** The tools that find and read guidance. */
final class GuidanceTools {
    private static final int LONGEST_ID = 300;
    private static final int USUAL = 5;
    private static final int MOST = 20;

    private final Desk desk;
    private final Data data;

    GuidanceTools(Desk desk, Data data) {
        this.desk = desk;
        this.data = data;
    }

    List<Tool> all() {
        return List.of(search(), read());
    }

    private Tool search() {
        return new Tool(
                "search_guidance",
                "Search the guidance",
                "Searches the guidance on Windows driver security. Answers with topics, best first,"
                        + " each with its id for read_topic, the section that answers best, a"
                        + " passage, and the rules that enforce it.",
                List.of(
                        Parameter.text(
                                        "query",
                                        "What to look for: words, a question, the name of an API",
                                        Wish.LONGEST)
                                .needed(),
                        Parameter.number("limit", "At most so many topics; usually 5", 1, MOST),
                        Parameter.text(
                                        "area",
                                        "Only topics of this part of the guidance",
                                        LONGEST_ID)
                                .oneOf(desk.areas()),
                        Parameter.flag("with_rules", "Only topics that a rule enforces")),
                this::search);
    }

    private Answer search(Arguments asked) throws IOException {
        Wish wish =
                new Wish(
                        asked.text("query"),
                        asked.number("limit", USUAL),
                        asked.text("area"),
                        asked.flag("with_rules"));
        List<Found> found = desk.search(wish);
        StringBuilder text = new StringBuilder();
        List<Map<String, Object>> hits = new ArrayList<>();
        for (Found one : found) {
            Map<String, Object> hit = new LinkedHashMap<>();
            hit.put("topic", one.hit().topicId());
            hit.put("title", one.hit().title());
            hit.put("area", one.area());
            hit.put("section", one.hit().anchor());
            hit.put("heading", one.hit().heading());
            hit.put("passage", passage(one));
            hit.put("rules", one.rules());
            hits.add(hit);
            String section = one.hit().anchor().isEmpty() ? "" : "#" + one.hit().anchor();
            text.append("%s%s: %s\n".formatted(one.hit().topicId(), section, one.hit().title()));
            text.append("  ").append(passage(one)).append('\n');
            if (!one.rules().isEmpty()) {
                text.append("  rules: ").append(String.join(", ", one.rules())).append('\n');
            }
        }
        String said =
                found.isEmpty()
                        ? "Nothing found. Try fewer or other words."
                        : data.quote("search", Data.piece(text.toString(), 0));
        return new Answer(said, Map.of("hits", hits));
    }

    private static String passage(Found found) {
        return found.hit().passages().stream()
                .limit(1)
                .map(passage -> passage.text().replaceAll("\\s+", " "))
                .collect(Collectors.joining());
    }

    private Tool read() {
        return new Tool(
                "read_topic",
                "Read a topic",
                "Reads one topic of the guidance as Markdown, in pieces of at most %,d characters, or one section of it as plain text."
                        .formatted(Data.MOST),
                List.of(
                        Parameter.text(
                                        "topic",
                                        "The id of the topic, as search_guidance tells it",
                                        LONGEST_ID)
                                .needed(),
                        Parameter.text(
                                "section",
                                "Only this section, by its anchor as search_guidance tells it",
                                LONGEST_ID),
                        Parameter.number(
                                "offset",
                                "Where to go on reading, as the piece before told",
                                0,
                                Integer.MAX_VALUE)),
                this::read);
    }

    private Answer read(Arguments asked) {
        Topic topic = desk.topic(asked.text("topic"));
        String all =
                asked.text("section").isEmpty()
                        ? markdown(topic)
                        : section(topic, asked.text("section"));
        int offset = asked.number("offset", 0);
        if (offset > all.length()) {
            throw new Wrong(
                    Wrong.Kind.INVALID,
                    "`offset` is %d; the text has %d characters".formatted(offset, all.length()));
        }
        String piece = Data.piece(all, offset);
        int next = offset + piece.length();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("topic", topic.id());
        answer.put("title", topic.title());
        answer.put("rules", desk.rules(topic));
        answer.put("characters", all.length());
        if (next < all.length()) {
            answer.put("next_offset", next);
        }
        String more =
                next < all.length()
                        ? "\nThere is more: ask again with offset %d (of %d)."
                                .formatted(next, all.length())
                        : "";
        return new Answer(data.quote("topic:" + topic.id(), piece) + more, answer);
    }

    private static String section(Topic topic, String anchor) {
        Section section =
                topic.section(anchor)
                        .orElseThrow(
                                () ->
                                        new Wrong(
                                                Wrong.Kind.UNKNOWN,
                                                "there is no section `%s` in %s; there is %s"
                                                        .formatted(
                                                                anchor,
                                                                topic.id(),
                                                                anchors(topic))));
        return section.heading() + "\n\n" + section.text();
    }

    private static String anchors(Topic topic) {
        return topic.sections().stream()
                .map(Section::anchor)
                .filter(anchor -> !anchor.isEmpty())
                .limit(MOST)
                .collect(Collectors.joining(", "));
    }

    /** The page as its author wrote it, or what it says where its source is not known. */
    static String markdown(Topic topic) {
        List<String> texts = topic.body().texts();
        String body =
                texts.isEmpty()
                        ? topic.sections().stream()
                                .map(section -> "## " + section.heading() + "\n\n" + section.text())
                                .collect(Collectors.joining("\n\n"))
                        : texts.get(0).strip();
        return body.startsWith("# ") ? body : "# " + topic.title() + "\n\n" + body;
    }
}
