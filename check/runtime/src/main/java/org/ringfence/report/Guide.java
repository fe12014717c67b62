package org.ringfence.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.TopicRef;

/** What a report can say about the guidance behind a rule. */
public final class Guide {
    private final Map<String, RulePack.TopicSummary> topics = new HashMap<>();
    private final Function<Rule, String> addresses;

    /**
     * @param packs whose topic summaries are told
     * @param addresses of the rules' pages; empty where a rule has none
     */
    public Guide(List<RulePack> packs, Function<Rule, String> addresses) {
        this.addresses = Objects.requireNonNull(addresses, "addresses");
        packs.forEach(
                pack -> pack.topics().forEach(topic -> topics.putIfAbsent(topic.id(), topic)));
    }

    /** The title of a topic, or empty where it is not known. */
    String title(TopicRef topic) {
        return summaryOf(topic).title();
    }

    /** One sentence, or empty where it is not known. */
    String summary(TopicRef topic) {
        return summaryOf(topic).summary();
    }

    /** The address of the rule's page, or empty where there is none. */
    String address(Rule rule) {
        return addresses.apply(rule);
    }

    private RulePack.TopicSummary summaryOf(TopicRef topic) {
        return topics.getOrDefault(topic.topic(), new RulePack.TopicSummary(topic.topic(), "", ""));
    }
}
