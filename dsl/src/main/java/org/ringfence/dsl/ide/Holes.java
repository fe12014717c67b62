package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.rules.FixClause;
import org.ringfence.dsl.rules.Related;
import org.ringfence.dsl.rules.ReportClause;

/**
 * Finds what is an expression inside of a literal: {@code "{$X} is {flags($Y)}"} in a message,
 * {@code ${pool-flags[$X]}} in the code of a fix.
 */
final class Holes {
    private static final Pattern IN_CODE = Pattern.compile("\\$\\$|\\$\\{([^}`\n]*)");

    private Holes() {}

    /** The holes of a token, as places in the file; none where it has no expressions. */
    static List<Place> of(ILeafNode token) {
        String text = token.getText();
        EObject clause = token.getSemanticElement();
        List<Place> holes = new ArrayList<>();
        if (text.startsWith("\"")
                && (clause instanceof ReportClause || clause instanceof Related)) {
            for (Place hole : in(text)) {
                holes.add(new Place(token.getOffset() + hole.offset(), hole.length()));
            }
        } else if (text.startsWith("`") && clause instanceof FixClause) {
            Matcher hole = IN_CODE.matcher(text);
            while (hole.find()) {
                if (hole.start(1) >= 0) {
                    int start = token.getOffset() + hole.start(1);
                    holes.add(new Place(start, hole.end(1) - hole.start(1)));
                }
            }
        }
        return holes;
    }

    /** Where holes name a definition. */
    static List<Place> naming(Document document, String name) {
        Pattern word = Pattern.compile("(?<![\\w$@.\"-])" + Pattern.quote(name) + "(?![\\w(\"-])");
        List<Place> places = new ArrayList<>();
        for (ILeafNode token : document.tokens()) {
            for (Place hole : of(token)) {
                Matcher found =
                        word.matcher(document.text())
                                .region(hole.offset(), hole.offset() + hole.length())
                                .useTransparentBounds(true);
                while (found.find()) {
                    places.add(new Place(found.start(), name.length()));
                }
            }
        }
        return places;
    }

    /**
     * What stands between the braces, also of a hole that is not closed.
     *
     * @param text with its quotes
     */
    private static List<Place> in(String text) {
        List<Place> holes = new ArrayList<>();
        int i = 1;
        while (i < text.length()) {
            boolean doubled = text.startsWith("{{", i) || text.startsWith("}}", i);
            if (doubled) {
                i += 2;
            } else if (text.charAt(i) == '{') {
                int close = close(text, i + 1);
                holes.add(new Place(i + 1, close - i - 1));
                i = close + 1;
            } else {
                i++;
            }
        }
        return holes;
    }

    private static int close(String text, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == '}' && !quoted) {
                return i;
            }
        }
        return text.endsWith("\"") ? text.length() - 1 : text.length();
    }
}
