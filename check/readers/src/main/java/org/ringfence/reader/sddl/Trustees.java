package org.ringfence.reader.sddl;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.ringfence.reader.VocabularyText;

/** Who the two-letter names and the well-known SIDs are. */
final class Trustees {
    private static final Pattern SID =
            Pattern.compile("S-1-(0x[0-9A-F]+|[0-9]+)(-(0x[0-9A-F]+|[0-9]+)){1,15}");
    private static final Map<String, Trustee> BY_TOKEN = new TreeMap<>();
    private static final Map<String, Trustee> BY_SID = new HashMap<>();

    static {
        for (String line : VocabularyText.lines(Trustees.class, "trustees.txt")) {
            if (!line.isEmpty()) {
                String[] parts = line.split(" ", 3);
                Trustee trustee = new Trustee(parts[0], parts[1], parts[2]);
                BY_TOKEN.put(trustee.token(), trustee);
                BY_SID.put(trustee.sid(), trustee);
            }
        }
    }

    private Trustees() {}

    /**
     * @param sid {@code -} where it depends on the domain or the machine
     */
    private record Trustee(String token, String sid, String words) {}

    static Set<String> tokens() {
        return BY_TOKEN.keySet();
    }

    /** As a token of two letters or as S-1-... */
    static boolean isValid(String written) {
        return BY_TOKEN.containsKey(written) || SID.matcher(written).matches();
    }

    /** {@code S-1-...}, or the token if that depends on the domain. */
    static String sid(String written) {
        Trustee trustee = BY_TOKEN.get(written);
        return trustee == null || trustee.sid().equals("-") ? written : trustee.sid();
    }

    /** The two letters, or as written. */
    static String token(String written) {
        Trustee trustee = BY_SID.get(written);
        return trustee == null ? written : trustee.token();
    }

    static String words(String written) {
        Trustee trustee = BY_TOKEN.getOrDefault(written, BY_SID.get(written));
        if (trustee != null) {
            return trustee.words();
        }
        if (written.startsWith("S-1-15-2-2")) {
            return "all restricted app containers";
        }
        if (written.startsWith("S-1-15-2-")) {
            return "the app container " + written;
        }
        if (written.startsWith("S-1-15-3-")) {
            return "apps with the capability " + written;
        }
        if (written.startsWith("S-1-5-80-")) {
            return "the service " + written;
        }
        return written;
    }
}
