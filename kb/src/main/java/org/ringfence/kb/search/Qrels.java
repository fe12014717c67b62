package org.ringfence.kb.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Queries with the pages that answer them, to measure a search with.
 *
 * <p>The format is a line for each query with three columns between tabs: the query, its class, and
 * the pages that answer it, separated by bars. A page is its path, may name a section ({@code
 * path#anchor}) and a grade ({@code path=2}; 1 without one). A first line {@code query class
 * relevant} is a heading.
 *
 * @param queries in the order of the file
 * @param mistakes what could not be read, each with its line
 */
public record Qrels(List<Judged> queries, List<String> mistakes) {

    private static final String HEADING = "query\tclass\trelevant";

    /**
     * A query and what answers it.
     *
     * @param type the class of the query, such as {@code typo}
     * @param grades of the pages or sections that answer it, from 1, by path or {@code path#anchor}
     */
    public record Judged(String query, String type, Map<String, Integer> grades) {
        public Judged {
            Objects.requireNonNull(query);
            Objects.requireNonNull(type);
            grades = Map.copyOf(grades);
        }
    }

    public Qrels {
        queries = List.copyOf(queries);
        mistakes = List.copyOf(mistakes);
    }

    /** Reads the text of such a file; a bad line becomes a mistake and is left out. */
    public static Qrels parse(String text) {
        var queries = new ArrayList<Judged>();
        var mistakes = new ArrayList<String>();
        var number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            var columns = line.split("\t", -1);
            if (line.isBlank() || (number == 1 && line.strip().equals(HEADING))) {
                continue;
            }
            var grades = new LinkedHashMap<String, Integer>();
            if (columns.length != 3
                    || columns[0].isBlank()
                    || columns[1].isBlank()
                    || !grades(columns[2], grades)) {
                mistakes.add(
                        "line %d: not of the form 'query <tab> class <tab> path=grade|path#anchor|...'"
                                .formatted(number));
            } else {
                queries.add(new Judged(columns[0], columns[1], grades));
            }
        }
        return new Qrels(queries, mistakes);
    }

    private static boolean grades(String column, Map<String, Integer> grades) {
        for (var entry : column.split("\\|", -1)) {
            var equals = entry.lastIndexOf('=');
            var graded = equals > 0 && entry.substring(equals + 1).matches("[1-9]");
            var path = graded ? entry.substring(0, equals) : entry;
            if (path.isBlank()) {
                return false;
            }
            grades.put(path.strip(), graded ? entry.charAt(equals + 1) - '0' : 1);
        }
        return true;
    }
}
