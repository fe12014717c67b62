package org.ringfence.dsl.ide;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.ringfence.subject.PatternParser.Parsed;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary;
import org.ringfence.subject.Vocabulary.Attribute;
import org.ringfence.subject.Vocabulary.Type;

/**
 * What a definition may say of its subject: the words of the vocabulary, by what they stand behind.
 */
final class Subjects {
    private static final Pattern CHAIN =
            Pattern.compile("([$@][A-Za-z_]\\w*)((?:\\.[A-Za-z_][\\w-]*)*)\\.$");

    private final Region region;
    private final SubjectReader reader;

    Subjects(Region region, SubjectReader reader) {
        this.region = region;
        this.reader = reader;
    }

    static Optional<Subjects> of(Project project, Region region) {
        return project.reader(region.subject()).map(reader -> new Subjects(region, reader));
    }

    Vocabulary vocabulary() {
        return reader.vocabulary();
    }

    SubjectReader reader() {
        return reader;
    }

    /**
     * The attributes that may stand behind a text that ends with a dot; of every kind where it is
     * not known what stands before the dot.
     */
    Map<String, Attribute> attributesBehind(String text) {
        Matcher chain = CHAIN.matcher(text.substring(Math.max(0, text.length() - 300)));
        if (!chain.find()) {
            return attributes("");
        }
        if (chain.group(1).startsWith("@")) {
            return Map.of();
        }
        Map<String, Attribute> attributes = attributes(kindOf(chain.group(1)));
        for (String step : chain.group(2).split("\\.")) {
            if (!step.isEmpty()) {
                boolean element =
                        Optional.ofNullable(attributes.get(step))
                                .filter(a -> a.type() != Type.ELEMENT && a.type() != Type.ANY)
                                .isEmpty();
                attributes = element ? attributes("") : Map.of();
            }
        }
        return attributes;
    }

    /**
     * @param kind empty for all kinds
     */
    private Map<String, Attribute> attributes(String kind) {
        Map<String, Attribute> all = new TreeMap<>();
        vocabulary()
                .kinds()
                .forEach(
                        (name, declared) -> {
                            if (kind.isEmpty() || kind.equals(name)) {
                                all.putAll(declared.attributes());
                            }
                        });
        return all;
    }

    /** The kind of what a capture is bound to, or empty where that is open. */
    String kindOf(String written) {
        List<ILeafNode> tokens = region.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            if (!tokens.get(i).getText().equals(written)) {
                continue;
            }
            String before = tokens.get(i - 1).getText();
            boolean walks =
                    List.of("each", "any", "every").contains(before)
                            && region.word(i + 1).equals("in");
            if (walks) {
                return vocabulary().collections().getOrDefault(region.word(i + 2), "");
            } else if (before.equals("as") && i > 1) {
                return kindOfPattern(tokens.get(i - 2).getText());
            }
        }
        return "";
    }

    private String kindOfPattern(String literal) {
        String code = literal.replace("```", "").replace("`", "").strip();
        return reader.patterns().parse(code) instanceof Parsed.Understood understood
                        && understood.pattern() instanceof org.ringfence.subject.Pattern.Exact exact
                ? exact.kind()
                : "";
    }

    // --- in words

    static String word(Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    static String signature(String name, Vocabulary.Function function) {
        return name
                + function.parameters().stream()
                        .map(Subjects::word)
                        .collect(joining(", ", "(", ")"))
                + ": "
                + word(function.result());
    }

    static String value(long value) {
        return value >= 0 && value < 10
                ? String.valueOf(value)
                : value + " (0x" + Long.toHexString(value) + ")";
    }
}
