package org.ringfence.site;

import java.util.ArrayList;
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
import org.ringfence.site.html.Ref;
import org.ringfence.site.html.Views;
import org.ringfence.subject.Vocabulary;

/** The reference of what rules may speak of. */
final class LanguagePage {
    private static final String SYNTAX = "syntax";

    private final Manual manual;

    LanguagePage(Manual manual) {
        this.manual = manual;
    }

    String of(Extras.Language language, Frames frames, Html html) {
        List<Vocabulary> vocabularies = language.vocabularies();
        Map<String, String> syntax = language.syntax();
        Set<String> taken = new HashSet<>(Set.of("rf-main", SYNTAX));
        List<Views.Subject> subjects =
                vocabularies.stream()
                        .sorted(Comparator.comparing(Vocabulary::subject))
                        .map(vocabulary -> subject(vocabulary, taken))
                        .toList();
        List<Heading> outline = new ArrayList<>();
        subjects.forEach(s -> outline.add(new Heading("Rules on " + s.name(), s.anchor(), 2)));
        if (!syntax.isEmpty()) {
            outline.add(new Heading("Syntax", SYNTAX, 2));
        }
        var frame =
                frames.main(
                        Places.LANGUAGE,
                        new Frames.Title(
                                "language",
                                "Language",
                                "What rules may ask about each kind of subject."),
                        outline);
        return html.language(
                frame, new Views.LanguageView(manual.pages(), subjects, productions(syntax)));
    }

    private static List<Views.Row> productions(Map<String, String> syntax) {
        return syntax.entrySet().stream()
                .map(p -> new Views.Row(p.getKey(), p.getValue(), "", Ref.NONE))
                .toList();
    }

    private Views.Subject subject(Vocabulary vocabulary, Set<String> taken) {
        String anchor = Anchor.unused(vocabulary.subject(), taken);
        List<Views.Kind> kinds =
                sorted(
                        vocabulary.kinds(),
                        kind ->
                                new Views.Kind(
                                        kind.getKey(),
                                        Anchor.unused(anchor + "-" + kind.getKey(), taken),
                                        kind.getValue().about(),
                                        attributes(vocabulary, kind.getValue())));
        return new Views.Subject(
                vocabulary.subject(),
                anchor,
                kinds,
                sorted(vocabulary.collections(), entry -> row(entry.getKey(), entry.getValue())),
                sorted(vocabulary.functions(), function -> function(vocabulary, function)),
                sorted(
                        vocabulary.constants(),
                        entry -> row(entry.getKey(), number(entry.getValue()))),
                sorted(
                        vocabulary.implicits(),
                        entry -> row("@" + entry.getKey(), entry.getValue())));
    }

    private static Views.Row row(String name, String type) {
        return new Views.Row(name, type, "", Ref.NONE);
    }

    private List<Views.Row> attributes(Vocabulary vocabulary, Vocabulary.Kind kind) {
        return sorted(
                kind.attributes(),
                entry ->
                        new Views.Row(
                                "." + entry.getKey(),
                                word(entry.getValue().type()),
                                entry.getValue().about()
                                        + (entry.getValue().settable() ? " (settable)" : ""),
                                manual.example(vocabulary.subject(), "." + entry.getKey())));
    }

    private Views.Row function(
            Vocabulary vocabulary, Map.Entry<String, Vocabulary.Function> entry) {
        String parameters =
                entry.getValue().parameters().stream()
                        .map(LanguagePage::word)
                        .collect(Collectors.joining(", "));
        return new Views.Row(
                entry.getKey() + "(" + parameters + ")",
                word(entry.getValue().result()),
                entry.getValue().about(),
                manual.example(vocabulary.subject(), entry.getKey() + "("));
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
