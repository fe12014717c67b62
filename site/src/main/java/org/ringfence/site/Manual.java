package org.ringfence.site;

import java.util.List;
import java.util.regex.Pattern;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Hrefs;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;
import org.ringfence.site.html.Ref;

/** The pages of the guidance that explain the rules language, where it has such. */
final class Manual {
    private static final String FOLDER = "language/";

    private final List<Topic> topics;
    private final Hrefs hrefs;

    Manual(Guidance guidance, Hrefs hrefs) {
        this.topics = guidance.topics().stream().filter(Manual::has).toList();
        this.hrefs = hrefs;
    }

    /** Says whether a topic is about the rules language and so not about drivers. */
    static boolean has(Topic topic) {
        return topic.id().startsWith(FOLDER);
    }

    List<Ref> pages() {
        return topics.stream()
                .map(topic -> new Ref(topic.title(), hrefs.topic(topic.id(), "")))
                .toList();
    }

    /**
     * The section of the page on a subject that shows a word in use.
     *
     * @param word {@code .name} of an attribute, {@code name(} of a function
     */
    Ref example(String subject, String word) {
        Pattern used =
                Pattern.compile(
                        word.startsWith(".")
                                ? Pattern.quote(word) + "(?![\\w-])"
                                : "(?<![\\w-])" + Pattern.quote(word));
        for (Topic topic : topics) {
            if (topic.id().equals(FOLDER + "rules-on-" + subject)) {
                for (Section section : topic.sections()) {
                    if (used.matcher(section.text()).find()) {
                        return new Ref("example", hrefs.topic(topic.id(), section.anchor()));
                    }
                }
            }
        }
        return Ref.NONE;
    }
}
