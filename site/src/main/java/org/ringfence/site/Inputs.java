package org.ringfence.site;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.ringfence.kb.Topic;
import org.ringfence.site.html.NavItem;

/** Digests of what pages are made from. */
final class Inputs {
    private final Parts parts;
    private final TopicPages topics;
    private final String program;
    private final String common;
    private final Map<List<NavItem>, String> trees = new IdentityHashMap<>();

    /**
     * @param program what makes the pages; empty where it cannot be told from another
     */
    Inputs(Parts parts, String program) {
        this.parts = parts;
        this.topics = new TopicPages(parts);
        this.program = program;
        this.common =
                new Digest()
                        .add(program)
                        .add(parts.frames().chrome())
                        .add(parts.places().rules())
                        .hex();
    }

    /** Returns the digest for the page of a topic; that of a topic with rules is not known. */
    String of(Topic topic, String page) {
        List<String> texts = topic.body().texts();
        if (program.isEmpty() || texts.isEmpty() || !parts.catalog().rules(topic).isEmpty()) {
            return "";
        }
        var digest =
                new Digest()
                        .add(common)
                        .add(page)
                        .add(parts.places().topicText(topic))
                        .add(topic.id())
                        .add(topic.title())
                        .add(topic.summary())
                        .add(topic.attributes())
                        .add(topics.status(topic))
                        .add(tree(topic))
                        .add(parts.navigation().crumbs(page, topic.id()))
                        .add(parts.navigation().turn(topic, -1, page))
                        .add(parts.navigation().turn(topic, 1, page))
                        .add(parts.navigation().below(topic, page));
        var hrefs = parts.places().from(page);
        topic.links()
                .forEach(link -> digest.add(link.target()).add(link.destination().href(hrefs)));
        texts.forEach(digest::add);
        return digest.hex();
    }

    /** Pages of one group share a tree. */
    private synchronized String tree(Topic topic) {
        return trees.computeIfAbsent(
                parts.navigation().around(topic.id()), tree -> new Digest().add(tree).hex());
    }

    /** Takes pieces one after the other, each with its length, so that none runs into the next. */
    private static final class Digest {
        private final MessageDigest digest = sha256();

        Digest add(Object piece) {
            byte[] bytes = piece.toString().getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
            return this;
        }

        String hex() {
            return HexFormat.of().formatHex(digest.digest());
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
