package org.ringfence.site.html;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A line of text in which some words are code or holes that a finding fills. */
public record Inline(List<Run> runs) {
    public static final Inline EMPTY = new Inline(List.of());

    /** How a run of characters looks. */
    public enum Look {
        TEXT,
        CODE,
        HOLE
    }

    public record Run(Look look, String text) {
        public boolean code() {
            return look == Look.CODE;
        }

        public boolean hole() {
            return look == Look.HOLE;
        }
    }

    public Inline {
        runs = List.copyOf(runs);
    }

    /** Reads a text in which words between backticks are code; a backtick without a pair stays. */
    public static Inline of(String text) {
        List<Run> runs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('`', at);
            int close = open < 0 ? -1 : text.indexOf('`', open + 1);
            if (close < 0) {
                runs.add(new Run(Look.TEXT, text.substring(at)));
                break;
            }
            if (open > at) {
                runs.add(new Run(Look.TEXT, text.substring(at, open)));
            }
            if (close > open + 1) {
                runs.add(new Run(Look.CODE, text.substring(open + 1, close)));
            }
            at = close + 1;
        }
        return new Inline(runs);
    }

    /** Returns it without looks. */
    public String text() {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    public boolean isEmpty() {
        return runs.isEmpty();
    }
}
