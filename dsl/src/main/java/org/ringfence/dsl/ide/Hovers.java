package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.ide.Workbench.View;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.TitleClause;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;
import org.ringfence.subject.Vocabulary;

/** Says what the word under the pointer means. */
final class Hovers {
    private static final int LONGEST_DEFINITION = 1500;

    private final View view;

    Hovers(View view) {
        this.view = view;
    }

    private record Words(Place place, String markdown) {}

    Optional<Hover> at(int offset) {
        return topic(offset)
                .or(() -> definition(offset))
                .or(() -> capture(offset))
                .or(() -> vocabulary(offset))
                .map(
                        words ->
                                new Hover(
                                        new MarkupContent(MarkupKind.MARKDOWN, words.markdown()),
                                        view.document().lines().range(words.place())));
    }

    // --- guidance

    private Optional<Words> topic(int offset) {
        return Topics.at(view.document(), offset)
                .flatMap(
                        named ->
                                view.project()
                                        .guidance()
                                        .topic(named.topic())
                                        .map(topic -> words(named, topic)));
    }

    private static Words words(Topics.Named named, Topic topic) {
        StringBuilder text = new StringBuilder("**").append(topic.title()).append("**");
        topic.section(named.section())
                .filter(section -> !named.section().isEmpty())
                .map(Section::heading)
                .ifPresent(heading -> text.append(" \u2014 ").append(heading));
        if (!topic.summary().isEmpty()) {
            text.append("\n\n").append(topic.summary());
        }
        return new Words(
                named.place(), text.append("\n\n`").append(topic.path()).append("`").toString());
    }

    // --- names of files

    private Optional<Words> definition(int offset) {
        Names names = new Names(view.project());
        return names.element(view.document(), offset)
                .flatMap(
                        element ->
                                names.named(element)
                                        .map(
                                                named ->
                                                        new Words(
                                                                named.at(view.document(), offset)
                                                                        .place(),
                                                                describe(element))));
    }

    private static String describe(Element element) {
        String text =
                element instanceof RuleDef rule
                        ? "rule " + rule.getName() + title(rule)
                        : NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(element));
        return code("ringfence", text);
    }

    private static String title(RuleDef rule) {
        return rule.getClauses().stream()
                .filter(TitleClause.class::isInstance)
                .map(clause -> "\n    title " + ((TitleClause) clause).getText())
                .findFirst()
                .orElse("");
    }

    private static String code(String language, String text) {
        String shown =
                text.length() <= LONGEST_DEFINITION
                        ? text
                        : text.substring(0, LONGEST_DEFINITION) + "\u2026";
        return "````" + language + "\n" + shown + "\n````";
    }

    private Optional<Words> capture(int offset) {
        Optional<Region> region = view.document().region(offset);
        return region.map(r -> Captures.of(view.project(), r))
                .flatMap(
                        captures ->
                                captures.at(offset)
                                        .flatMap(
                                                use ->
                                                        captures.binding(use.name())
                                                                .map(
                                                                        b ->
                                                                                bound(
                                                                                        region
                                                                                                .get(),
                                                                                        use,
                                                                                        b))));
    }

    private Words bound(Region region, Captures.Use use, Captures.Use binding) {
        String kind =
                Subjects.of(view.project(), region)
                        .map(s -> s.kindOf("$" + use.name()))
                        .filter(k -> !k.isEmpty())
                        .map(k -> ": " + k)
                        .orElse("");
        var source = view.document().lines().source();
        int line = source.position(binding.place().offset()).line();
        return new Words(
                use.place(),
                "`$"
                        + use.name()
                        + "`"
                        + kind
                        + "\n\n"
                        + code("ringfence", source.line(line).strip()));
    }

    // --- the subject

    private Optional<Words> vocabulary(int offset) {
        Optional<ILeafNode> token = view.document().token(offset);
        if (token.isEmpty() || token.get().isHidden()) {
            return Optional.empty();
        }
        Optional<Place> place = Word.around(view.document().text(), offset);
        return place.flatMap(
                at ->
                        view.document()
                                .region(offset)
                                .flatMap(region -> Subjects.of(view.project(), region))
                                .flatMap(subjects -> describe(subjects, at))
                                .map(text -> new Words(at, text)));
    }

    private Optional<String> describe(Subjects subjects, Place place) {
        String text = view.document().text();
        String word = text.substring(place.offset(), place.offset() + place.length());
        String before = text.substring(0, place.offset());
        int behind = place.offset() + place.length();
        Vocabulary vocabulary = subjects.vocabulary();
        if (before.endsWith(".")) {
            return Optional.ofNullable(subjects.attributesBehind(before).get(word))
                    .map(a -> "`" + word + "`: " + Subjects.word(a.type()) + "\n\n" + a.about());
        } else if (text.startsWith("(", behind) && vocabulary.functions().containsKey(word)) {
            Vocabulary.Function function = vocabulary.functions().get(word);
            return Optional.of(
                    "`" + Subjects.signature(word, function) + "`\n\n" + function.about());
        } else if (vocabulary.constants().containsKey(word)) {
            long value = vocabulary.constants().get(word);
            return Optional.of("`" + word + "` = " + Subjects.value(value));
        } else if (before.stripTrailing().endsWith(" in")
                && vocabulary.collections().containsKey(word)) {
            String kind = vocabulary.collections().get(word);
            return Optional.of("`" + word + "`: every " + kind + "\n\n" + kind(vocabulary, kind));
        } else if (before.stripTrailing().endsWith(" is") && vocabulary.kinds().containsKey(word)) {
            return Optional.of("`" + word + "`\n\n" + kind(vocabulary, word));
        }
        return subjects.reader()
                .signature(word)
                .map(signature -> code(vocabulary.subject(), signature));
    }

    private static String kind(Vocabulary vocabulary, String name) {
        Vocabulary.Kind kind = vocabulary.kinds().get(name);
        if (kind == null) {
            return "";
        }
        List<String> lines = new ArrayList<>(List.of(kind.about()));
        Map<String, Vocabulary.Attribute> sorted = new TreeMap<>(kind.attributes());
        sorted.forEach(
                (attribute, a) ->
                        lines.add(
                                "- `."
                                        + attribute
                                        + "` "
                                        + Subjects.word(a.type())
                                        + ": "
                                        + a.about()));
        return String.join("\n", lines);
    }
}
