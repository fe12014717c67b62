package org.ringfence.reader.sddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.ringfence.reader.VocabularyText;
import org.ringfence.subject.Node;
import org.ringfence.subject.PatternParser;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary;

/**
 * Reads security descriptor strings: one a line in files of their own, and wherever other readers
 * find one. In a file, {@code !!} and what follows it on the line is a test marker.
 */
public final class SddlReader implements SubjectReader {
    private static final Vocabulary VOCABULARY =
            VocabularyText.read("sddl", SddlReader.class, "sddl.vocabulary", "rights.vocabulary");
    private static final Rights RIGHTS = new Rights(VOCABULARY.constants());
    private static final Pattern DESCRIPTOR = Pattern.compile("\\s*[ODGS]:[^;]*\\([^;()]*;");
    private static final String MARKER = "!!";

    @Override
    public Vocabulary vocabulary() {
        return VOCABULARY;
    }

    @Override
    public PatternParser patterns() {
        return new SddlPatterns();
    }

    @Override
    public String testMarker() {
        return MARKER;
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".sddl");
    }

    @Override
    public Subject read(Source source) {
        String text = source.text();
        int[] offsets = new int[text.length() + 1];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = i;
        }
        SddlParser parser = new SddlParser(text, offsets, RIGHTS);
        List<Node> roots = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = start;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            addLine(text, start, end, parser, roots);
            start = end + 1;
        }
        return new SddlSubject(VOCABULARY, RIGHTS, source, roots, parser.problems());
    }

    private static void addLine(
            String text, int start, int end, SddlParser parser, List<Node> roots) {
        String line = text.substring(start, end);
        int marker = line.indexOf(MARKER);
        String said = marker < 0 ? line : line.substring(0, marker);
        said = said.stripTrailing();
        if (said.endsWith("//")) {
            said = said.substring(0, said.length() - 2).stripTrailing();
        }
        if (!said.isBlank()) {
            int from = start + said.length() - said.stripLeading().length();
            roots.add(parser.descriptor(from, start + said.length()));
        }
    }

    /**
     * Whether a literal of other code is meant as a descriptor.
     *
     * @param text what the literal says, escapes resolved
     */
    public static boolean looksLike(String text) {
        return DESCRIPTOR.matcher(text).lookingAt();
    }

    /** Whether any literal of a source can be a descriptor; cheap. */
    public static boolean mayStandIn(String text) {
        return text.contains("D:")
                || text.contains("S:")
                || text.contains("O:")
                || text.contains("G:");
    }

    /**
     * A descriptor that is written inside another source.
     *
     * @param text the descriptor as the system sees it
     * @param offsets for each UTF-16 unit of the text, and for its end, the offset in the source
     */
    public static Subject embedded(Source source, String text, int[] offsets) {
        SddlParser parser = new SddlParser(text, offsets, RIGHTS);
        Node root = parser.descriptor(0, text.length());
        return new SddlSubject(VOCABULARY, RIGHTS, source, List.of(root), parser.problems());
    }
}
