package org.ringfence.site;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ringfence.site.html.Anchor;
import org.ringfence.site.html.Heading;
import org.ringfence.site.html.Html;
import org.ringfence.site.html.Views;
import org.ringfence.subject.Vocabulary;

/** The reference of what rules may speak of. */
final class LanguagePage {
    private LanguagePage() {}

    static String of(List<Vocabulary> vocabularies, Frames frames, Html html) {
        Set<String> taken = new HashSet<>(Set.of("rf-main"));
        List<Views.Subject> subjects =
                vocabularies.stream()
                        .sorted(Comparator.comparing(Vocabulary::subject))
                        .map(vocabulary -> subject(vocabulary, taken))
                        .toList();
        List<Heading> outline =
                subjects.stream()
                        .map(subject -> new Heading(subject.name(), subject.anchor(), 2))
                        .toList();
        var frame =
                frames.main(
                        Places.LANGUAGE,
                        new Frames.Title(
                                "language",
                                "Language",
                                "What rules may ask about each kind of subject."),
                        outline);
        return html.language(frame, subjects);
    }

    private static Views.Subject subject(Vocabulary vocabulary, Set<String> taken) {
        String anchor = Anchor.unused(vocabulary.subject(), taken);
        List<Views.Kind> kinds =
                sorted(
                        vocabulary.kinds(),
                        kind ->
                                new Views.Kind(
                                        kind.getKey(),
                                        Anchor.unused(anchor + "-" + kind.getKey(), taken),
                                        kind.getValue().about(),
                                        attributes(kind.getValue())));
        return new Views.Subject(
                vocabulary.subject(),
                anchor,
                kinds,
                sorted(
                        vocabulary.collections(),
                        entry -> new Views.Row(entry.getKey(), entry.getValue(), "")),
                sorted(vocabulary.functions(), LanguagePage::function),
                sorted(
                        vocabulary.constants(),
                        entry -> new Views.Row(entry.getKey(), number(entry.getValue()), "")),
                sorted(
                        vocabulary.implicits(),
                        entry -> new Views.Row("@" + entry.getKey(), entry.getValue(), "")));
    }

    private static List<Views.Row> attributes(Vocabulary.Kind kind) {
        return sorted(
                kind.attributes(),
                entry ->
                        new Views.Row(
                                "." + entry.getKey(),
                                word(entry.getValue().type()),
                                entry.getValue().about()));
    }

    private static Views.Row function(Map.Entry<String, Vocabulary.Function> entry) {
        String parameters =
                entry.getValue().parameters().stream()
                        .map(LanguagePage::word)
                        .collect(Collectors.joining(", "));
        return new Views.Row(
                entry.getKey() + "(" + parameters + ")",
                word(entry.getValue().result()),
                entry.getValue().about());
    }

    private static <V, R> List<R> sorted(
            Map<String, V> entries, Function<Map.Entry<String, V>, R> view) {
        return entries.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(view).toList();
    }

    private static String word(Vocabulary.Type type) {
        return type.name().toLowerCase(java.util.Locale.ROOT);
    }

    private static String number(long value) {
        return value < 10 && value > -10
                ? Long.toString(value)
                : "0x" + Long.toHexString(value).toUpperCase(java.util.Locale.ROOT);
    }
}
