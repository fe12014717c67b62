package org.ringfence.site.html;

import java.util.List;

/** What stands on the pages that show what a check found. */
public final class FindingViews {
    private FindingViews() {}

    /**
     * @param counts what was looked at, a sentence
     * @param incomplete what could not be looked at, a sentence each
     * @param trend this report and earlier ones, the oldest first; empty where there are none
     */
    public record Overview(
            String counts,
            List<Chart> charts,
            List<Line> lines,
            List<String> incomplete,
            List<Moment> trend) {
        public Overview {
            charts = List.copyOf(charts);
            lines = List.copyOf(lines);
            incomplete = List.copyOf(incomplete);
            trend = List.copyOf(trend);
        }

        /** Returns the number of findings of the report that had most. */
        public int most() {
            return trend.stream().mapToInt(Moment::total).max().orElse(0);
        }
    }

    /**
     * How many findings there are of each kind, the most first.
     *
     * @param more how many kinds are left out at the end
     */
    public record Chart(String title, List<Bar> bars, int more) {
        public Chart {
            bars = List.copyOf(bars);
        }

        /** Returns the length of a bar in thousandths of the longest one. */
        public int share(Bar bar) {
            int most = bars.stream().mapToInt(Bar::count).max().orElse(1);
            return Math.max(1, bar.count() * 1000 / most);
        }
    }

    /**
     * @param style a class of the style sheet, or empty
     */
    public record Bar(Ref what, String style, int count) {}

    /**
     * A finding in a list.
     *
     * @param place its file and line, and where the page shows it
     */
    public record Line(Ref place, String severity, Inline message, Ref rule, List<Ref> topics) {
        public Line {
            topics = List.copyOf(topics);
        }

        /** Returns the names of its topics, with blanks between them. */
        public String topicNames() {
            return String.join(" ", topics.stream().map(Ref::text).toList());
        }
    }

    /** How many findings a report had. */
    public record Moment(String label, int critical, int high, int medium, int low) {
        public int total() {
            return critical + high + medium + low;
        }

        /** Returns the length of a bar of so many, in thousandths of the longest one. */
        public int share(int count, int most) {
            return most == 0 ? 0 : count * 1000 / most;
        }
    }

    /** A stretch of a file; {@code first} is the 1-based number of its first line. */
    public record Excerpt(int first, List<CodeLine> lines) {
        public Excerpt {
            lines = List.copyOf(lines);
        }
    }

    /** What was found in one file. */
    public record FileView(String language, List<Excerpt> excerpts) {
        public FileView {
            excerpts = List.copyOf(excerpts);
        }
    }
}
