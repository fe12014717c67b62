package org.ringfence.rule;

import java.util.Objects;

/**
 * The guidance that a rule enforces.
 *
 * @param topic the id of the topic: {@code kernel-mode/ioctl-access-bits}
 * @param section the anchor below it, or empty for the whole topic
 */
public record TopicRef(String topic, String section) {
    public TopicRef {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(section, "section");
    }

    @Override
    public String toString() {
        return section.isEmpty() ? topic : topic + "#" + section;
    }
}
