package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Query;
import org.ringfence.subject.Pattern;

/** Derives the words that every match of a query contains. */
final class Prefilter {
    private Prefilter() {}

    /**
     * As {@link org.ringfence.rule.Rule#required} holds them: every name of a single pattern, or
     * one name of each alternative. Only labels of C are words of the source.
     */
    static List<List<String>> required(String subject, Query query) {
        List<List<String>> required = new ArrayList<>();
        if (subject.equals("c")) {
            steps(query).forEach(step -> required.addAll(required(step)));
        }
        return required.stream().distinct().toList();
    }

    private static List<Query.Step> steps(Query query) {
        if (query instanceof Query.Match match) {
            return match.steps();
        }
        return query instanceof Query.FlowPath flow ? List.of(flow.from(), flow.to()) : List.of();
    }

    private static List<List<String>> required(Query.Step step) {
        return words(step.alternatives());
    }

    /** The words of alternatives; none where one of them has no word. */
    static List<List<String>> words(List<Alternative> alternatives) {
        List<List<String>> words =
                alternatives.stream().map(alternative -> words(alternative.pattern())).toList();
        if (words.size() == 1) {
            return words.get(0).stream().distinct().map(List::of).toList();
        }
        List<String> one = new ArrayList<>();
        for (List<String> alternative : words) {
            Optional<String> first = alternative.stream().findFirst();
            if (first.isEmpty()) {
                return List.of();
            }
            first.filter(word -> !one.contains(word)).ifPresent(one::add);
        }
        return List.of(one);
    }

    private static List<String> words(Pattern pattern) {
        List<String> words = new ArrayList<>();
        collect(pattern, words);
        return words;
    }

    private static void collect(Pattern pattern, List<String> words) {
        if (pattern instanceof Pattern.Exact exact) {
            boolean name = exact.kind().equals("name") || exact.children().isEmpty();
            if (name && exact.label().matches("[A-Za-z_]\\w+")) {
                words.add(exact.label());
            }
            exact.children().forEach(child -> collect(child, words));
        }
    }
}
