package org.ringfence.cli.browse;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ringfence.kb.search.Hit;
import org.ringfence.report.Style;

/**
 * What is on the screen, and how keys change it: a line to type in with the pages that answer, or
 * one page to read. Owned by one search; not for more than one thread.
 */
final class Screen {
    private static final String LIST_HELP =
            "type to search   up/down choose   enter read   ctrl-o open in browser   esc leave";
    private static final String READ_HELP =
            "up/down scroll   space/b page   ctrl-o open in browser   q or esc back";

    /** Lines that a page in the list takes: title, passage. */
    private static final int LINES = 2;

    private static final int LONGEST = 500;

    private final Source source;
    private final Style style;
    private final StringBuilder query = new StringBuilder();
    private List<Hit> hits = List.of();
    private int chosen;
    private List<String> page = List.of();
    private int top;

    /** The heading to begin reading at, until it was looked for. */
    private String wanted = "";

    private String said = "";
    private boolean done;

    Screen(Source source, Style style) {
        this.source = source;
        this.style = style;
    }

    boolean done() {
        return done;
    }

    /** Whether a page is being read. */
    private boolean reading() {
        return !page.isEmpty();
    }

    /**
     * Takes a key.
     *
     * @param height of the screen, for keys that turn pages
     */
    void press(Key key, int height) throws IOException {
        said = "";
        if (reading()) {
            read(key, height);
        } else {
            list(key);
        }
    }

    /** Takes what was typed. */
    void type(String text, int height) throws IOException {
        said = "";
        if (!reading()) {
            text.codePoints()
                    .filter(c -> !Character.isISOControl(c) && query.length() < LONGEST)
                    .forEach(query::appendCodePoint);
            search();
        } else if (text.equals("q")) {
            read(Key.LEAVE, height);
        } else if (text.equals(" ")) {
            read(Key.PAGE_DOWN, height);
        } else if (text.equals("b")) {
            read(Key.PAGE_UP, height);
        }
    }

    private void search() throws IOException {
        hits = query.toString().isBlank() ? List.of() : source.find(query.toString());
        chosen = 0;
    }

    private void list(Key key) throws IOException {
        switch (key) {
            case UP -> chosen = Math.max(0, chosen - 1);
            case DOWN -> chosen = Math.min(Math.max(0, hits.size() - 1), chosen + 1);
            case ERASE -> erase();
            case CLEAR -> {
                query.setLength(0);
                search();
            }
            case ENTER -> enter();
            case OPEN -> open();
            case LEAVE -> done = true;
            default -> {
                // pages of the list are short
            }
        }
    }

    private void erase() throws IOException {
        if (query.length() > 0) {
            query.setLength(query.offsetByCodePoints(query.length(), -1));
            search();
        }
    }

    private void enter() throws IOException {
        if (!hits.isEmpty()) {
            page = source.read(hits.get(chosen));
            top = 0;
            wanted = hits.get(chosen).heading();
        }
    }

    private void open() throws IOException {
        if (!hits.isEmpty()) {
            said = source.open(hits.get(chosen));
        }
    }

    private void read(Key key, int height) throws IOException {
        int step = Math.max(1, height - 3);
        switch (key) {
            case UP -> top--;
            case DOWN, ENTER -> top++;
            case PAGE_UP -> top -= step;
            case PAGE_DOWN -> top += step;
            case OPEN -> open();
            case LEAVE -> page = List.of();
            default -> {
                // nothing to type here
            }
        }
    }

    /** The lines to show, at most {@code height} of them; may contain colours. */
    List<String> lines(int width, int height) {
        List<String> lines = new ArrayList<>();
        if (reading()) {
            page(lines, width, height - 1);
        } else {
            lines.add(style.apply(Style.Ink.STRONG, "Search: ") + query);
            list(lines, width, height - 1);
        }
        while (lines.size() < height - 1) {
            lines.add("");
        }
        lines.subList(height - 1, lines.size()).clear();
        String help = said.isEmpty() ? reading() ? READ_HELP : LIST_HELP : said;
        lines.add(style.apply(Style.Ink.QUIET, cut(help, width)));
        return lines;
    }

    /** The column of the cursor in the first line, 0-based; the end of what was typed. */
    int cursor(int width) {
        int typed = "Search: ".length() + query.codePointCount(0, query.length());
        return reading() ? 0 : Math.min(width - 1, typed);
    }

    private void list(List<String> lines, int width, int height) {
        int fit = Math.max(1, (height - 2) / LINES);
        int first = Math.max(0, chosen - fit + 1);
        lines.add(hits.isEmpty() && query.length() > 0 ? "Nothing found." : "");
        for (int i = first; i < Math.min(hits.size(), first + fit); i++) {
            Hit hit = hits.get(i);
            boolean same = hit.heading().isEmpty() || hit.heading().equals(hit.title());
            String title = hit.title() + (same ? "" : " > " + hit.heading());
            String text =
                    hit.passages().stream()
                            .limit(1)
                            .map(passage -> passage.text().replaceAll("\\s+", " ").strip())
                            .collect(Collectors.joining());
            String mark = i == chosen ? "> " : "  ";
            lines.add(
                    style.apply(
                            i == chosen ? Style.Ink.WARNING : Style.Ink.STRONG,
                            cut(mark + title, width)));
            lines.add(cut("    " + text, width));
        }
    }

    private void page(List<String> lines, int width, int height) {
        List<String> wrapped =
                page.stream().flatMap(line -> wrapped(line, width).stream()).toList();
        for (int i = 0; i < wrapped.size() && !wanted.isEmpty(); i++) {
            if (wrapped.get(i).replaceFirst("^#+ ", "").equals(wanted)) {
                top = i;
                wanted = "";
            }
        }
        wanted = "";
        top = Math.max(0, Math.min(top, wrapped.size() - height));
        for (String line : wrapped.subList(top, Math.min(wrapped.size(), top + height))) {
            lines.add(line.startsWith("#") ? style.apply(Style.Ink.STRONG, line) : line);
        }
    }

    /** Breaks a line at blanks; control characters of a page never reach the terminal. */
    private static List<String> wrapped(String line, int width) {
        List<String> wrapped = new ArrayList<>();
        String rest = line.replace("\t", "    ").replaceAll("\\p{Cntrl}", "");
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int at = blank > 0 ? blank : width;
            wrapped.add(rest.substring(0, at));
            rest = rest.substring(at).stripLeading();
        }
        wrapped.add(rest);
        return wrapped;
    }

    private static String cut(String text, int width) {
        String plain = text.replaceAll("\\p{Cntrl}", "");
        return plain.length() <= width ? plain : plain.substring(0, Math.max(0, width - 3)) + "...";
    }
}
