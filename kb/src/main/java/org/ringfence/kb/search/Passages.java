package org.ringfence.kb.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringfence.kb.search.Hit.Passage;
import org.ringfence.kb.search.Hit.Range;

/** Picks the places of a text that answer a query best. */
final class Passages {

    private static final int MAX_PASSAGES = 2;
    private static final int MAX_LENGTH = 240;

    /**
     * Only so much of a section is looked at, so that one huge section cannot make a search slow.
     */
    private static final int MAX_TEXT = 50_000;

    private record Window(int start, int end, int score) {}

    /** A place of a wanted term, in UTF-16 units from 0, end exclusive. */
    private record Match(String term, int start, int end) {}

    private Passages() {}

    private static List<Match> matches(String text, Set<String> terms, WordTerms words) {
        var matches = new ArrayList<Match>();
        var starts = new BitSet();
        terms.stream().filter(term -> !term.isEmpty()).forEach(term -> starts.set(term.charAt(0)));
        var all = new Words(text);
        while (all.next()) {
            var found = all.in(words).terms();
            // most words are told apart by their first letter, which stemming keeps
            if (!found.compound() && !starts.get(found.whole().charAt(0))) {
                continue;
            }
            if (terms.contains(found.whole()) && !found.stems().isEmpty()) {
                matches.add(new Match(found.whole(), all.start(), all.end()));
            } else {
                parts(all, found, terms, matches);
            }
        }
        return matches;
    }

    private static void parts(
            Words word, WordTerms.Terms found, Set<String> terms, List<Match> matches) {
        var unfolded = word.isPlain();
        for (var i = 0; i < found.stems().size(); i++) {
            if (terms.contains(found.stems().get(i))) {
                var part = found.parts().get(i);
                matches.add(
                        new Match(
                                found.stems().get(i),
                                unfolded ? word.start() + part.start() : word.start(),
                                unfolded ? word.start() + part.end() : word.end()));
            }
        }
    }

    /** Returns the best places first; the start of the text when nothing matches. */
    static List<Passage> of(String section, Set<String> terms, WordTerms words) {
        var text = section.substring(0, Math.min(section.length(), MAX_TEXT));
        var matches = matches(text, terms, words);
        var windows = new ArrayList<Window>();
        for (var start = 0; start < text.length(); ) {
            var end = end(text, start);
            windows.add(new Window(start, end, score(matches, start, end)));
            start = end;
        }
        windows.sort(
                Comparator.comparingInt((Window w) -> -w.score()).thenComparingInt(Window::start));
        var passages = new ArrayList<Passage>();
        for (var window : windows.subList(0, Math.min(MAX_PASSAGES, windows.size()))) {
            if (passages.isEmpty() || window.score() > 0) {
                passages.add(passage(text, window, matches));
            }
        }
        return List.copyOf(passages);
    }

    /**
     * Ends a passage at a line, else after a sentence, else at a space, at most {@link #MAX_LENGTH}
     * on.
     */
    private static int end(String text, int start) {
        var limit = Math.min(text.length(), start + MAX_LENGTH);
        var feed = text.indexOf('\n', start);
        if (feed >= 0 && feed < limit) {
            return feed + 1;
        }
        if (limit == text.length()) {
            return limit;
        }
        var sentence = text.lastIndexOf(". ", limit - 2);
        if (sentence > start) {
            return sentence + 2;
        }
        var space = text.lastIndexOf(' ', limit - 1);
        if (space > start) {
            return space + 1;
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    /** Different terms count much more than repeated ones. */
    private static int score(List<Match> matches, int start, int end) {
        var different = new HashSet<String>();
        var all = 0;
        for (var match : matches) {
            if (match.start() >= start && match.end() <= end) {
                different.add(match.term());
                all++;
            }
        }
        return 10 * different.size() + Math.min(all, 9);
    }

    private static Passage passage(String text, Window window, List<Match> matches) {
        var start = window.start();
        var end = window.end();
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        while (start < end && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return new Passage(text.substring(start, end), highlights(matches, start, end));
    }

    private static List<Range> highlights(List<Match> matches, int start, int end) {
        var ranges = new ArrayList<Range>();
        var sorted = new ArrayList<>(matches);
        sorted.sort(Comparator.comparingInt(Match::start).thenComparingInt(term -> -term.end()));
        var done = start;
        for (var match : sorted) {
            if (match.start() >= done && match.end() <= end) {
                ranges.add(new Range(match.start() - start, match.end() - start));
                done = match.end();
            }
        }
        return ranges;
    }
}
