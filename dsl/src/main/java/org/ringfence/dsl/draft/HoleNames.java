package org.ringfence.dsl.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.subject.Node;
import org.ringfence.subject.SubjectReader;

/** Names for the holes of one pattern: one text has one name, and one name has one text. */
final class HoleNames {
    private static final Pattern LAST_NAME = Pattern.compile("([A-Za-z_]\\w*)\\W*$");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private final SubjectReader reader;
    private final Map<String, String> byText = new HashMap<>();
    private final List<String> taken = new ArrayList<>();

    HoleNames(SubjectReader reader) {
        this.reader = reader;
    }

    /** Whether something of this text has a name already. */
    boolean has(String text) {
        return byText.containsKey(text);
    }

    /**
     * A name such as {@code DESIRED_ACCESS}.
     *
     * @param text what stands in the hole
     * @param wish a name of the code, or empty
     */
    String name(String text, String wish) {
        return byText.computeIfAbsent(text, t -> free(spelled(wish)));
    }

    /** A name for a literal, which is equal to others only by chance; empty without a wish. */
    Optional<String> literal(String wish) {
        return wish.isEmpty() ? Optional.empty() : Optional.of(free(spelled(wish)));
    }

    private String free(String name) {
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + i;
        }
        taken.add(free);
        return free;
    }

    private static String spelled(String wish) {
        String words = HUMP.matcher(wish).replaceAll("_").toUpperCase(Locale.ROOT);
        return words.matches("[A-Z]\\w*") ? words : "VALUE";
    }

    /** What the parameters of a known routine are called; empty names for those that have none. */
    List<String> parameters(Node call) {
        String signature =
                call.children().isEmpty()
                        ? ""
                        : reader.signature(call.children().get(0).label()).orElse("");
        int open = signature.indexOf('(');
        int close = signature.lastIndexOf(')');
        List<String> names = new ArrayList<>();
        if (open < 0 || close < open) {
            return names;
        }
        int depth = 0;
        int start = open + 1;
        for (int i = start; i <= close; i++) {
            char c = signature.charAt(i);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0 || i == close) {
                Matcher last = LAST_NAME.matcher(signature.substring(start, i));
                names.add(last.find() ? last.group(1) : "");
                start = i + 1;
            }
        }
        return names;
    }
}
