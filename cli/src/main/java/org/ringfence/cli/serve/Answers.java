package org.ringfence.cli.serve;

import java.util.List;
import java.util.Locale;
import org.ringfence.cli.desk.Found;
import org.ringfence.kb.Topic;
import org.ringfence.kb.search.Hit;
import org.ringfence.rule.Rule;
import org.ringfence.rule.TopicRef;

/** What the API answers; each record is an object of its JSON, described in openapi.json. */
final class Answers {
    private Answers() {}

    record SearchAnswer(String query, List<HitAnswer> hits) {}

    /**
     * @param address of the page, below this server
     */
    record HitAnswer(
            String topic,
            String title,
            String area,
            String address,
            String anchor,
            String heading,
            double score,
            List<String> rules,
            List<Hit.Passage> passages) {
        static HitAnswer of(Found found, String address) {
            Hit hit = found.hit();
            return new HitAnswer(
                    hit.topicId(),
                    hit.title(),
                    found.area(),
                    address,
                    hit.anchor(),
                    hit.heading(),
                    hit.score(),
                    found.rules(),
                    hit.passages());
        }
    }

    record SuggestAnswer(List<String> suggestions) {}

    record TopicLine(String id, String title, String summary, String address, List<String> rules) {
        static TopicLine of(Topic topic, String address, List<String> rules) {
            return new TopicLine(topic.id(), topic.title(), topic.summary(), address, rules);
        }
    }

    record TopicsAnswer(List<TopicLine> topics, int total) {}

    record TopicAnswer(
            String id,
            String title,
            String summary,
            String address,
            List<String> rules,
            String markdown) {}

    record RuleLine(
            String id,
            String title,
            String kind,
            String severity,
            String confidence,
            String status,
            String address,
            List<String> topics,
            List<Integer> cwe) {
        static RuleLine of(Rule rule, String address) {
            Rule.Classification facts = rule.classification();
            return new RuleLine(
                    rule.id(),
                    rule.title(),
                    rule.subject(),
                    facts.severity().word(),
                    facts.confidence().word(),
                    facts.status().name().toLowerCase(Locale.ROOT),
                    address,
                    facts.topics().stream().map(TopicRef::topic).distinct().toList(),
                    facts.cwe());
        }
    }

    record RulesAnswer(List<RuleLine> rules) {}

    record RuleAnswer(RuleLine rule, String markdown) {}

    record HealthAnswer(String status, String version, int topics, int rules) {}
}
