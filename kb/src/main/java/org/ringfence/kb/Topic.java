package org.ringfence.kb;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of guidance.
 *
 * @param id the path below the root without {@code .md} and without a trailing {@code /index}
 * @param title never blank: front matter, else the first h1, else the file name
 * @param summary one sentence or two, or empty
 * @param path the source file relative to the root, with {@code /}
 * @param sections in page order; the first one is what stands before the first h2 and has the
 *     anchor {@code ""}
 * @param links every link and image of the page, in page order, resolved
 * @param attributes the front matter: each key with its values as strings; a nested key reads
 *     {@code outer.inner}
 * @param body renders the page
 */
public record Topic(
        String id,
        String title,
        String summary,
        String path,
        List<Section> sections,
        List<Link> links,
        Map<String, List<String>> attributes,
        Body body) {

    /** Renders the body of a page; implemented by the reader of a page format. */
    @FunctionalInterface
    public interface Body {
        /**
         * Returns the page as a safe HTML fragment without its h1.
         *
         * @param addresses where each link of the page leads to in the output
         */
        String html(Addresses addresses);

        /**
         * Returns all texts that the page is made from: its own as Markdown, without the front
         * matter, then path and text of each file that it draws in. Empty where they are not known.
         */
        default List<String> texts() {
            return List.of();
        }
    }

    /** The address in the output for a link target as the page spells it. */
    @FunctionalInterface
    public interface Addresses {
        /** Returns the address of {@code target}; empty when the link must not be followed. */
        Optional<String> of(String target);
    }

    public Topic {
        Objects.requireNonNull(id);
        Objects.requireNonNull(summary);
        Objects.requireNonNull(path);
        Objects.requireNonNull(body);
        if (title.isBlank()) {
            throw new IllegalArgumentException("a topic without a title: " + path);
        }
        sections = List.copyOf(sections);
        links = List.copyOf(links);
        var copy = new LinkedHashMap<String, List<String>>();
        attributes.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        attributes = Collections.unmodifiableMap(copy);
    }

    /** Returns the first value of a front-matter key that is not blank. */
    public Optional<String> attribute(String key) {
        return attributes.getOrDefault(key, List.of()).stream()
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** Returns why no rule can check this topic, if its page says so. */
    public Optional<String> notCheckable() {
        return attribute("not-checkable");
    }

    /** Returns the id of the checklist item that this topic explains. */
    public Optional<String> checklist() {
        return attribute("checklist");
    }

    /** Returns where the guidance comes from, as the page lists it. */
    public List<String> sources() {
        return attributes.getOrDefault("sources", List.of());
    }

    /** Returns the section that an anchor, with or without {@code #}, points into. */
    public Optional<Section> section(String anchor) {
        var plain = anchor.startsWith("#") ? anchor.substring(1) : anchor;
        return sections.stream().filter(section -> section.has(plain)).findFirst();
    }

    /**
     * Returns the page as a safe HTML fragment without its h1, with links that lead to where the
     * site puts topics. Rendering happens on each call; the same topic and hrefs give the same
     * text.
     */
    public String html(Hrefs hrefs) {
        var byTarget = new HashMap<String, Optional<String>>();
        for (var link : links) {
            byTarget.putIfAbsent(link.target(), link.destination().href(hrefs));
        }
        return body.html(target -> byTarget.getOrDefault(target, Optional.empty()));
    }
}
