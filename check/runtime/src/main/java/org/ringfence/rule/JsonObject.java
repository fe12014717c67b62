package org.ringfence.rule;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JSON object of a pack, with accessors that say which field is wrong. */
final class JsonObject {
    private static final int MAX_DEPTH = 200;
    private static final long MAX_BYTES = 64L << 20;

    private final Map<String, Object> fields;

    private JsonObject(Map<String, Object> fields) {
        this.fields = fields;
    }

    /** What is wrong with a pack; the message is for the person who has the pack. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    static JsonObject parse(InputStream in) throws IOException {
        JsonFactory factory =
                JsonFactory.builder()
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(MAX_DEPTH)
                                        .maxDocumentLength(MAX_BYTES)
                                        .build())
                        .build();
        try (JsonParser parser = factory.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Malformed("it does not start with a JSON object");
            }
            return new JsonObject(object(parser));
        }
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        Map<String, Object> map = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            map.put(name, value(parser));
        }
        return map;
    }

    private static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getLongValue();
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default ->
                    throw new Malformed(
                            "it holds " + parser.currentToken() + ", which packs never do");
        };
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Set<String> names() {
        return fields.keySet();
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
        long value = number(name);
        if (value != (int) value) {
            throw new Malformed("`" + name + "` is out of range");
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
        throw new Malformed("`" + name + "` is `" + word + "`, which this engine does not know");
    }

    JsonObject object(String name) {
        return new JsonObject(asMap(cast(name, Map.class, "an object")));
    }

    /** The objects of a list; none where the field is left out. */
    List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof Map<?, ?> map)) {
                throw new Malformed("`" + name + "` holds something that is not an object");
            }
            objects.add(new JsonObject(asMap(map)));
        }
        return objects;
    }

    List<String> texts(String name) {
        return strings(name, list(name));
    }

    List<List<String>> textLists(String name) {
        List<List<String>> lists = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof List<?> inner)) {
                throw new Malformed("`" + name + "` holds something that is not a list");
            }
            lists.add(strings(name, inner));
        }
        return lists;
    }

    List<Integer> integers(String name) {
        List<Integer> numbers = new ArrayList<>();
        for (Object item : list(name)) {
            if (!(item instanceof Long number)) {
                throw new Malformed("`" + name + "` holds something that is not an integer");
            }
            numbers.add(number.intValue());
        }
        return numbers;
    }

    private static List<String> strings(String name, List<?> items) {
        List<String> texts = new ArrayList<>();
        for (Object item : items) {
            if (!(item instanceof String text)) {
                throw new Malformed("`" + name + "` holds something that is not a text");
            }
            texts.add(text);
        }
        return texts;
    }

    private List<?> list(String name) {
        return has(name) ? cast(name, List.class, "a list") : List.of();
    }

    private <T> T cast(String name, Class<T> type, String expected) {
        Object value = fields.get(name);
        if (!type.isInstance(value)) {
            throw new Malformed(
                    "`" + name + "` is " + (value == null ? "missing" : "not " + expected));
        }
        return type.cast(value);
    }

    @SuppressWarnings("unchecked") // parse makes no other maps
    private static Map<String, Object> asMap(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }
}
