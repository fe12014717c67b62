package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringfence.dsl.CompileResult;
import org.ringfence.kb.Topic;
import org.ringfence.kb.markdown.GuidanceReader;
import org.ringfence.rule.Rule;
import org.ringfence.subject.SubjectReader;

/**
 * A folder that a rule is to be put into; it may not be there yet.
 *
 * @param own topics whose pages are in it
 * @param topics those, and the built-in ones
 * @param texts of the rules files in it
 */
record RuleFolder(Path path, Set<String> own, Set<String> topics, Collection<String> texts) {
    private static final Pattern HEADER =
            Pattern.compile("(?m)^[ \\t]*(pack\\s+[\\w:-]+\\s+version\\s+\"[^\"\\n]*\")");

    static RuleFolder of(Path path) throws IOException {
        Set<String> topics = new TreeSet<>(ids(BuiltIn.guidance().topics()));
        if (!Files.exists(path)) {
            return new RuleFolder(path, Set.of(), topics, List.of());
        } else if (!Files.isDirectory(path)) {
            throw new NotDirectoryException(path.toString());
        }
        CompileResult compiled = RuleSources.compile(path, SubjectReader.onClassPath(), List.of());
        Set<String> own = ids(GuidanceReader.read(path).topics());
        topics.addAll(own);
        return new RuleFolder(path, own, topics, compiled.sources().values());
    }

    private static Set<String> ids(List<Topic> topics) {
        return topics.stream().map(Topic::id).collect(Collectors.toSet());
    }

    /** Whether the topic's page is in the folder. */
    boolean has(String topic) {
        return own.contains(topic);
    }

    /** The first line of a rules file in this folder: all of them are one pack. */
    String header() {
        return texts.stream()
                .flatMap(text -> HEADER.matcher(text).results().map(m -> m.group(1)).limit(1))
                .findFirst()
                .orElseGet(() -> "pack " + name() + "::rules version \"0.1.0\"");
    }

    private String name() {
        String name =
                path.getFileName()
                        .toString()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-");
        Matcher word = Pattern.compile("[a-z][a-z0-9-]*").matcher(name);
        return word.find() ? word.group() : "team";
    }

    /** Refuses the id of a rule that is there already, here or built in. */
    void refuse(String id) throws IOException {
        Pattern rule = Pattern.compile("(?m)^[ \\t]*rule\\s+" + Pattern.quote(id) + "\\s+on\\b");
        Stream<String> builtIn = BuiltIn.pack().rules().stream().map(Rule::id);
        if (builtIn.anyMatch(id::equals)) {
            throw new UsageError(
                    "there is a built-in rule `" + id + "` already: choose another id");
        }
        if (texts.stream().anyMatch(text -> rule.matcher(text).find())) {
            throw new UsageError(
                    "there is a rule `" + id + "` in " + path + " already: choose another id");
        }
    }
}
