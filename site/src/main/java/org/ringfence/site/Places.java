package org.ringfence.site;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ringfence.kb.Hrefs;
import org.ringfence.kb.Topic;
import org.ringfence.site.html.Anchor;
import org.ringfence.site.html.Fragment;

/** Where each page lies below the root of the site, and how one page leads to another. */
final class Places {
    static final String HOME = "index.html";
    static final String TOPICS = "topics/index.html";
    static final String RULES = "rules/index.html";
    static final String COVERAGE = "coverage/index.html";
    static final String LANGUAGE = "language/index.html";
    static final String CHECKLIST = "checklist/index.html";
    static final String WEAKNESSES = "cwe/index.html";
    static final String APIS = "api/index.html";
    static final String FINDINGS = "findings/index.html";
    static final String RELEASES = "releases/index.html";
    static final String SEARCH = "search/index.html";
    static final String TRY = "try/index.html";
    static final String NOT_FOUND = "404.html";

    /** The id of the topic that is the start page. */
    static final String OVERVIEW = "index";

    private final Map<String, String> topics = new HashMap<>();
    private final Map<Catalog.Listed, String> rules = new HashMap<>();
    private final Map<String, String> rulesById = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Set<String> files;

    /**
     * @param files the paths below the root of the guidance of those files that the site has
     */
    Places(Catalog catalog, Set<String> files) {
        this.files = files;
        Set<String> taken = new HashSet<>();
        for (Topic topic : catalog.topics()) {
            boolean home = topic.id().equals(OVERVIEW);
            String folder = "topics/" + PathName.of(topic.id());
            topics.put(topic.id(), home ? HOME : free(folder, taken) + "/index.html");
        }
        for (Catalog.Listed rule : catalog.rules()) {
            String page = free("rules/" + PathName.of(rule.rule().id()), taken) + "/index.html";
            rules.put(rule, page);
            rulesById.putIfAbsent(rule.rule().id(), page);
        }
        for (Topic topic : catalog.topics()) {
            if (!topic.body().texts().isEmpty()) {
                // where the sources lie to one another, so that their links hold
                texts.put(topic.id(), free("topics/" + PathName.of(topic.path()), taken));
            }
        }
    }

    /** Returns the page of what was found in a file; no two paths get the same. */
    static String finding(String path, Set<String> taken) {
        return free("findings/" + PathName.of(path), taken) + "/index.html";
    }

    /** File systems may not tell upper case from lower case; two packs may have the same rule. */
    private static String free(String folder, Set<String> taken) {
        String place = folder;
        for (int i = 2; !taken.add(place.toLowerCase(Locale.ROOT)); i++) {
            place = folder + "~-" + i;
        }
        return place;
    }

    Optional<String> topic(String id) {
        return Optional.ofNullable(topics.get(id));
    }

    String rule(Catalog.Listed rule) {
        return rules.get(rule);
    }

    /** Returns the page of the first rule with an id. */
    Optional<String> rule(String id) {
        return Optional.ofNullable(rulesById.get(id));
    }

    /** Returns where a topic is as Markdown, if its page has such a source. */
    Optional<String> topicText(Topic topic) {
        return Optional.ofNullable(texts.get(topic.id()));
    }

    /** Returns where the page of a rule is as Markdown. */
    static String text(String page) {
        return page.substring(0, page.length() - "html".length()) + "md";
    }

    /** Returns the page of each rule by its id. */
    Map<String, String> rules() {
        return new TreeMap<>(rulesById);
    }

    static String file(String path) {
        return "files/" + PathName.of(path);
    }

    /** Returns what leads from a page to the root: empty or {@code ../} once or more. */
    static String root(String page) {
        return "../".repeat((int) page.chars().filter(c -> c == '/').count());
    }

    /** Returns the relative address of one page as seen from another. */
    static String href(String from, String to) {
        return root(from) + to;
    }

    /** Returns how the body of the page at {@code from} leads to topics and files. */
    Hrefs from(String from) {
        return new Hrefs() {
            @Override
            public String topic(String topicId, String anchor) {
                String fragment = anchor.isEmpty() ? "" : Anchor.href(anchor);
                return Places.this
                        .topic(topicId)
                        .map(page -> page.equals(from) && !anchor.isEmpty() ? "" : href(from, page))
                        .map(page -> page + fragment)
                        .orElse(Fragment.NOWHERE);
            }

            @Override
            public String file(String path) {
                return files.contains(path) ? href(from, Places.file(path)) : Fragment.NOWHERE;
            }
        };
    }
}
