package org.ringfence.reader.c.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ringfence.reader.VocabularyText;

/** What {@code routines.flow} says about routines, and about structures of the system. */
final class Routines {
    /** Stands for the result of a call where the number of an argument may stand. */
    static final int RESULT = -1;

    static final Routines KNOWN =
            new Routines(VocabularyText.lines(Routines.class, "routines.flow"));

    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Map<String, Carry> carries = new HashMap<>();
    private final Map<String, Integer> fills = new HashMap<>();

    /** From arguments into what other arguments point to or into the {@link #RESULT}. */
    record Carry(How how, List<Integer> into, List<Integer> from) {
        static final Carry NOTHING = new Carry(How.VALUE, List.of(), List.of());
    }

    /** What a routine passes on of a value that it gets. */
    enum How {
        /** The value itself. */
        VALUE,
        /** What stands where the value points to. */
        CONTENTS,
        /** Something that is worked out from it. */
        ANOTHER
    }

    private Routines(List<String> lines) {
        for (String line : lines) {
            if (!line.isEmpty()) {
                declare(List.of(line.split("\\s+")));
            }
        }
    }

    private void declare(List<String> words) {
        String name = words.get(1);
        switch (words.get(0)) {
            case "carries", "copies", "derives" -> {
                int arrow = words.indexOf("<-");
                List<Integer> into = numbers(words.subList(2, arrow));
                List<Integer> from = numbers(words.subList(arrow + 1, words.size()));
                carries.put(name, new Carry(how(words.get(0)), into, from));
            }
            case "fills" -> fills.put(name, Integer.valueOf(words.get(2)));
            case "leaves", "raises", "quiet", "shared" ->
                    lists.computeIfAbsent(words.get(0), list -> new HashSet<>())
                            .addAll(words.subList(1, words.size()));
            default ->
                    throw new IllegalStateException("routines.flow: not a declaration: " + words);
        }
    }

    private static How how(String word) {
        return switch (word) {
            case "carries" -> How.VALUE;
            case "copies" -> How.CONTENTS;
            default -> How.ANOTHER;
        };
    }

    private static List<Integer> numbers(List<String> words) {
        List<Integer> found = new ArrayList<>();
        for (String word : words) {
            found.add(word.equals("return") ? RESULT : Integer.parseInt(word));
        }
        return List.copyOf(found);
    }

    boolean leaves(String name) {
        return lists.get("leaves").contains(name);
    }

    boolean raises(String name) {
        return lists.get("raises").contains(name);
    }

    /** Whether fields of a structure are not followed from one function to another by its type. */
    boolean isShared(String type) {
        return lists.get("shared").contains(type);
    }

    boolean isKnown(String name) {
        return carries.containsKey(name)
                || fills.containsKey(name)
                || lists.get("quiet").contains(name)
                || leaves(name)
                || raises(name);
    }

    Carry carries(String name) {
        return carries.getOrDefault(name, Carry.NOTHING);
    }

    /** Whether the routine overwrites what its argument of this number points to. */
    boolean fills(String name, int argument) {
        return fills.getOrDefault(name, RESULT) == argument;
    }
}
