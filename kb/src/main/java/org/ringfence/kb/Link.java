package org.ringfence.kb;

import java.util.Objects;
import java.util.Optional;

/**
 * A link or an image in a page.
 *
 * @param target as the page spells it
 * @param text what a reader sees, as plain text; the alternative text of an image
 * @param line in the source, 1-based
 * @param column in the source, 1-based, counted in UTF-16 units
 * @param destination what the target turned out to be
 */
public record Link(String target, String text, int line, int column, Destination destination) {

    /** What a link leads to. */
    public sealed interface Destination permits ToTopic, ToFile, Outside, Dead {
        /** Returns the address to write into a page; empty when there is none. */
        Optional<String> href(Hrefs hrefs);
    }

    /** A topic of the same guidance; an empty anchor means the top of its page. */
    public record ToTopic(String topicId, String anchor) implements Destination {
        @Override
        public Optional<String> href(Hrefs hrefs) {
            return Optional.of(hrefs.topic(topicId, anchor));
        }
    }

    /** A file below the root that is no page, by its path with {@code /}. */
    public record ToFile(String path) implements Destination {
        @Override
        public Optional<String> href(Hrefs hrefs) {
            return Optional.of(hrefs.file(path));
        }
    }

    /** Something outside the guidance; {@code url} is kept as written. */
    public record Outside(String url) implements Destination {
        @Override
        public Optional<String> href(Hrefs hrefs) {
            return Optional.of(url);
        }
    }

    /** Nothing; a {@link Flaw} at the same place says why. */
    public record Dead() implements Destination {
        @Override
        public Optional<String> href(Hrefs hrefs) {
            return Optional.empty();
        }
    }

    public Link {
        Objects.requireNonNull(target);
        Objects.requireNonNull(text);
        Objects.requireNonNull(destination);
    }

    /** Returns the id of the topic that the link leads to, if it leads to one. */
    public Optional<String> topicId() {
        return destination instanceof ToTopic topic
                ? Optional.of(topic.topicId())
                : Optional.empty();
    }
}
