package org.ringfence.reader.c;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the code would be built, as far as someone said so. Arms of {@code #if} that cannot be built
 * are comments; what is not decided stays, all arms of it.
 *
 * @param name for people, empty for the one that decides nothing
 * @param defined macros and what they stand for, as {@code -D NAME=VALUE} gives them
 * @param undefined macros that are not there
 */
public record Configuration(String name, Map<String, String> defined, Set<String> undefined) {
    /** Decides nothing. */
    public static final Configuration ANY = new Configuration("", Map.of(), Set.of());

    /** What is taken for granted where a constant depends on it: 64-bit Windows on x64, no DBG. */
    private static final Map<String, String> ASSUMED =
            Map.of(
                    "_WIN64", "1",
                    "_WIN32", "1",
                    "_AMD64_", "1",
                    "_M_AMD64", "100",
                    "_M_X64", "100");

    private static final Set<String> NEVER =
            Set.of(
                    "DBG",
                    "_X86_",
                    "_M_IX86",
                    "_ARM_",
                    "_ARM64_",
                    "_IA64_",
                    "_M_ARM",
                    "_M_ARM64",
                    "MIDL_PASS",
                    "RC_INVOKED",
                    "_PREFAST_",
                    "__midl");

    public Configuration {
        defined = Map.copyOf(defined);
        undefined = Set.copyOf(undefined);
    }

    /**
     * From words as a compiler takes them.
     *
     * @param defines {@code NAME} or {@code NAME=VALUE}
     * @param undefines names
     */
    public static Configuration of(String name, List<String> defines, List<String> undefines) {
        Map<String, String> defined = new HashMap<>();
        for (String define : defines) {
            int equals = define.indexOf('=');
            defined.put(
                    equals < 0 ? define : define.substring(0, equals),
                    equals < 0 ? "1" : define.substring(equals + 1));
        }
        return new Configuration(name, defined, Set.copyOf(undefines));
    }

    /** Whether nothing is decided. */
    boolean isOpen() {
        return defined.isEmpty() && undefined.isEmpty();
    }

    /** The same with what is usual where nothing else was said. */
    Configuration assuming() {
        Map<String, String> all = new HashMap<>();
        boolean other =
                defined.keySet().stream().anyMatch(NEVER::contains) || undefined.contains("_WIN64");
        if (!other) {
            all.putAll(ASSUMED);
        }
        all.keySet().removeAll(undefined);
        all.putAll(defined);
        Set<String> none = new HashSet<>(NEVER);
        none.addAll(undefined);
        none.removeAll(defined.keySet());
        return new Configuration(name, all, none);
    }

    /** Bytes of a pointer. */
    int pointerSize() {
        boolean small =
                defined.containsKey("_X86_")
                        || defined.containsKey("_M_IX86")
                        || undefined.contains("_WIN64");
        return small ? 4 : 8;
    }
}
