package org.ringfence.cli.mcp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One argument of a tool: what the tool says of it, and whether a value is one.
 *
 * @param least the smallest number, or the shortest text in UTF-16 units
 * @param most the largest number, or the longest text in UTF-16 units
 * @param words the only texts there are; empty for any
 */
record Parameter(
        String name,
        Type type,
        String about,
        boolean required,
        int least,
        int most,
        List<String> words) {
    enum Type {
        STRING,
        INTEGER,
        BOOLEAN
    }

    Parameter {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(about, "about");
        words = List.copyOf(words);
    }

    static Parameter text(String name, String about, int most) {
        return new Parameter(name, Type.STRING, about, false, 0, most, List.of());
    }

    static Parameter number(String name, String about, int least, int most) {
        return new Parameter(name, Type.INTEGER, about, false, least, most, List.of());
    }

    static Parameter flag(String name, String about) {
        return new Parameter(name, Type.BOOLEAN, about, false, 0, 0, List.of());
    }

    Parameter needed() {
        return new Parameter(
                name,
                type,
                about,
                true,
                Math.max(least, type == Type.STRING ? 1 : least),
                most,
                words);
    }

    Parameter oneOf(List<String> choice) {
        return new Parameter(name, type, about, required, least, most, choice);
    }

    /** The parameter as JSON Schema. */
    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", type.name().toLowerCase(Locale.ROOT));
        schema.put("description", about);
        if (!words.isEmpty()) {
            schema.put("enum", words);
        } else if (type == Type.STRING) {
            schema.put("minLength", least);
            schema.put("maxLength", most);
        } else if (type == Type.INTEGER) {
            schema.put("minimum", least);
            schema.put("maximum", most);
        }
        return schema;
    }

    /** What is wrong with a value; empty where nothing is. */
    String problem(Object value) {
        return switch (type) {
            case STRING -> value instanceof String text ? problem(text) : is("a text", value);
            case BOOLEAN -> value instanceof Boolean ? "" : is("true or false", value);
            case INTEGER ->
                    value instanceof Number number && number.doubleValue() == number.longValue()
                            ? problem(number.longValue())
                            : is("a whole number", value);
        };
    }

    private String problem(String text) {
        if (!words.isEmpty() && !words.contains(text)) {
            return "`%s` must be one of %s".formatted(name, String.join(", ", words));
        } else if (text.length() > most) {
            return "`%s` has %,d characters; at most %,d are taken"
                    .formatted(name, text.length(), most);
        }
        return text.strip().length() < least ? "`" + name + "` is empty" : "";
    }

    private String problem(long number) {
        return number < least || number > most
                ? "`%s` is %d; it must be from %d to %d".formatted(name, number, least, most)
                : "";
    }

    private String is(String wanted, Object value) {
        String what = value == null ? "null" : value.getClass().getSimpleName();
        return "`%s` must be %s, not %s".formatted(name, wanted, what);
    }
}
