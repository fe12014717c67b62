package org.ringfence.report;

import org.ringfence.rule.Rule;
import org.ringfence.rule.TopicRef;

/** What a report can say about the guidance behind a rule. */
public interface Guide {
    /** A guide that knows nothing but the ids. */
    Guide NONE =
            new Guide() {
                @Override
                public String title(TopicRef topic) {
                    return "";
                }

                @Override
                public String summary(TopicRef topic) {
                    return "";
                }

                @Override
                public String address(Rule rule) {
                    return "";
                }
            };

    /** The title of a topic, or empty where it is not known. */
    String title(TopicRef topic);

    /** One sentence, or empty where it is not known. */
    String summary(TopicRef topic);

    /** The address of the rule's page, or empty where there is none. */
    String address(Rule rule);
}
