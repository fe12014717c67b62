package org.ringfence.site;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringfence.site.html.Web;
import org.ringfence.subject.Vocabulary;

/** What a site may have besides guidance and rules. Does not change once it was handed out. */
final class Extras implements Cloneable {
    /** What the examples of rules show. */
    Examples examples = Examples.NONE;

    Language language = new Language(List.of(), Map.of());

    /** The signatures of functions. */
    Apis apis = Apis.NONE;

    /** Markdown in the form of Keep a Changelog, or empty. */
    String changelog = "";

    /** Where the images of pages and other files lie. */
    Optional<Path> files = Optional.empty();

    /** Tells the program that makes the pages from every other version of it; or empty. */
    String program = "";

    /** Where the site stands. */
    Web web = Web.NOWHERE;

    /** What a check found. */
    Optional<Found> found = Optional.empty();

    /** Whether a server stands behind the pages. */
    boolean served;

    /**
     * @param syntax productions in their order: name to right side
     */
    record Language(List<Vocabulary> vocabularies, Map<String, String> syntax) {
        private static final Pattern WORD = Pattern.compile("'([a-z][a-z-]*)'");

        Language {
            vocabularies = List.copyOf(vocabularies);
            syntax = Collections.unmodifiableMap(new LinkedHashMap<>(syntax));
        }

        /** Returns the words that the productions have between quotes. */
        Set<String> keywords() {
            return syntax.values().stream()
                    .flatMap(side -> WORD.matcher(side).results())
                    .map(word -> word.group(1))
                    .collect(Collectors.toSet());
        }
    }

    /** Returns the same with a change. */
    Extras with(Consumer<Extras> change) {
        try {
            var changed = (Extras) clone();
            change.accept(changed);
            return changed;
        } catch (CloneNotSupportedException e) {
            throw new AssertionError("it can be cloned", e);
        }
    }
}
