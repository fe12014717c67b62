package org.ringfence.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A JSON object of a pack, with accessors that say which field is wrong and where. It remembers
 * which fields were asked for, so that one which nobody knows is never passed over.
 */
final class JsonObject {
    private final String place;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>(8);
    private int values = 1;

    private JsonObject(String place) {
        this.place = place;
    }

    /** What is wrong with a pack; the message is for the person who has the pack. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /** The limits that hold for every reader of packs. */
    static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(
                        StreamReadConstraints.builder()
                                .maxNestingDepth(PackLimits.MAX_DEPTH)
                                .maxDocumentLength(PackLimits.MAX_BYTES)
                                .maxTokenCount(PackLimits.MAX_TOKENS)
                                .maxStringLength(PackLimits.MAX_TEXT)
                                .maxNameLength(PackLimits.MAX_NAME)
                                .build())
                .build();
    }

    static JsonObject parse(InputStream in) throws IOException {
        try (JsonParser parser = factory().createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("it does not start with a JSON object");
            }
            JsonObject object = object(parser);
            if (parser.nextToken() != null) {
                throw new Malformed("it goes on after its end " + place(parser));
            }
            return object;
        }
    }

    private static JsonObject object(JsonParser parser) throws IOException {
        JsonObject object = new JsonObject(place(parser));
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.fields.put(name, object.value(parser));
        }
        return object;
    }

    private Object value(JsonParser parser) throws IOException {
        values++;
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                JsonObject inner = object(parser);
                values += inner.values - 1;
                yield inner;
            }
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_STRING -> plain(parser);
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_FLOAT ->
                    throw new Malformed(
                            "it holds a number that is not an integer " + place(parser));
            default -> throw new Malformed("it holds `null` " + place(parser));
        };
    }

    /** A text that cannot play tricks with the screen it is shown on. */
    private static String plain(JsonParser parser) throws IOException {
        String text = parser.getText();
        text.chars()
                .filter(c -> Character.isISOControl(c) && "\t\n\r\f".indexOf(c) < 0)
                .findFirst()
                .ifPresent(
                        c -> {
                            throw new Malformed(
                                    String.format(
                                            "a text holds the control character U+%04X %s",
                                            c, place(parser)));
                        });
        return text;
    }

    private static String place(JsonParser parser) {
        return place(parser.currentTokenLocation());
    }

    /** 1-based. */
    static String place(JsonLocation location) {
        return "(line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    /** Every field as a text. */
    SortedMap<String, String> allTexts() {
        SortedMap<String, String> texts = new TreeMap<>();
        fields.keySet().forEach(name -> texts.put(name, text(name)));
        return texts;
    }

    /** Gives up its fields: it was read, or nobody will. */
    void forget() {
        fields.clear();
    }

    /** What is wrong with this object, with its place. */
    Malformed malformed(String what) {
        return new Malformed(what + " " + place);
    }

    /** How many values it holds, itself and those of inner objects and lists included. */
    int values() {
        return values;
    }

    boolean has(String name) {
        asked.add(name);
        return fields.containsKey(name);
    }

    /** For messages: its fields in order, or the first few of them. */
    String names() {
        List<String> names = fields.keySet().stream().limit(5).map(JsonObject::shown).toList();
        return names + " " + place;
    }

    /** A hostile name can be as long as it likes and hold anything. */
    static String shown(String name) {
        String cut = name.length() > 40 ? name.substring(0, 40) + "..." : name;
        return cut.replaceAll("\\p{Cntrl}", "?");
    }

    String text(String name) {
        return cast(name, String.class, "a text");
    }

    /** The text, or an empty one where the field is left out. */
    String textOrEmpty(String name) {
        return has(name) ? text(name) : "";
    }

    long number(String name) {
        return cast(name, Long.class, "an integer");
    }

    int integer(String name) {
        return inRange(name, number(name));
    }

    private int inRange(String name, long value) {
        if (value != (int) value) {
            throw malformed("`" + name + "` is out of range");
        }
        return (int) value;
    }

    boolean flag(String name) {
        return has(name) && cast(name, Boolean.class, "true or false");
    }

    <E extends Enum<E>> E word(String name, Class<E> type) {
        String word = text(name);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(word)) {
                return constant;
            }
        }
        throw malformed("`" + name + "` is `" + shown(word) + "`, which this engine does not know");
    }

    JsonObject object(String name) {
        return cast(name, JsonObject.class, "an object");
    }

    /** The objects of a list; none where the field is left out. */
    List<JsonObject> objects(String name) {
        return items(name, list(name), JsonObject.class, "an object");
    }

    List<String> texts(String name) {
        return items(name, list(name), String.class, "a text");
    }

    List<List<String>> textLists(String name) {
        List<List<String>> lists = new ArrayList<>();
        for (List<?> inner : items(name, list(name), List.class, "a list")) {
            lists.add(items(name, inner, String.class, "a text"));
        }
        return lists;
    }

    List<Integer> integers(String name) {
        return items(name, list(name), Long.class, "an integer").stream()
                .map(number -> inRange(name, number))
                .toList();
    }

    private <T> List<T> items(String name, List<?> list, Class<T> type, String expected) {
        List<T> items = new ArrayList<>(list.size());
        for (Object item : list) {
            if (!type.isInstance(item)) {
                throw malformed("`" + name + "` holds something that is not " + expected);
            }
            items.add(type.cast(item));
        }
        return items;
    }

    private List<?> list(String name) {
        return has(name) ? cast(name, List.class, "a list") : List.of();
    }

    private <T> T cast(String name, Class<T> type, String expected) {
        asked.add(name);
        Object value = fields.get(name);
        if (!type.isInstance(value)) {
            throw malformed("`" + name + "` is " + (value == null ? "missing" : "not " + expected));
        }
        return type.cast(value);
    }

    /** A field, here or further in, that was never asked for; the message says which and where. */
    Optional<Malformed> unknown() {
        Set<String> unknown = new TreeSet<>(fields.keySet());
        unknown.removeAll(asked);
        if (!unknown.isEmpty()) {
            String name = shown(unknown.iterator().next());
            return Optional.of(
                    malformed("it has a field `" + name + "` that this engine does not know"));
        }
        return fields.values().stream().flatMap(v -> unknown(v).stream()).findFirst();
    }

    private static Optional<Malformed> unknown(Object value) {
        if (value instanceof JsonObject object) {
            return object.unknown();
        } else if (value instanceof List<?> list) {
            return list.stream().flatMap(item -> unknown(item).stream()).findFirst();
        }
        return Optional.empty();
    }
}
