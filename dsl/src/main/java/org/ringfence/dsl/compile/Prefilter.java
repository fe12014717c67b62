package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Pattern;

/** Derives the words that every finding of a rule needs. */
final class Prefilter {
    private Prefilter() {}

    /**
     * As {@link Rule#required} holds them: every name of a single pattern, or one name of each
     * alternative, for the patterns that are looked for and for those that must hold. Only labels
     * of C are words of the source.
     */
    static List<List<String>> required(String subject, Query query, List<Rule.Clause> where) {
        List<List<String>> required = new ArrayList<>();
        if (subject.equals("c")) {
            steps(query).forEach(step -> required.addAll(words(step.alternatives())));
            where.forEach(clause -> required.addAll(words(clause.condition())));
        }
        return required.stream().distinct().toList();
    }

    private static List<Query.Step> steps(Query query) {
        if (query instanceof Query.Match match) {
            return match.steps();
        }
        return query instanceof Query.FlowPath flow ? List.of(flow.from(), flow.to()) : List.of();
    }

    /** The words of alternatives; none where one of them has no word. */
    static List<List<String>> words(List<Alternative> alternatives) {
        return oneOf(alternatives.stream().map(Prefilter::words).toList());
    }

    private static List<List<String>> words(Alternative alternative) {
        List<List<String>> words = new ArrayList<>();
        collect(alternative.pattern(), words);
        words.addAll(words(alternative.where()));
        return words;
    }

    /** What must be there so that the condition can be true. */
    private static List<List<String>> words(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.operands().stream().flatMap(one -> words(one).stream()).toList();
        } else if (condition instanceof Condition.Or or) {
            return oneOf(or.operands().stream().map(Prefilter::words).toList());
        } else if (condition instanceof Condition.Flows flows) {
            return words(flows.alternatives());
        }
        return condition instanceof Condition.Structural structural
                ? words(structural.alternatives())
                : List.of();
    }

    /** What is needed where one of some choices is: of each the longest word. */
    private static List<List<String>> oneOf(List<List<List<String>>> choices) {
        if (choices.size() == 1) {
            return choices.get(0).stream().distinct().toList();
        }
        List<String> one = new ArrayList<>();
        for (List<List<String>> choice : choices) {
            Optional<List<String>> rarest =
                    choice.stream()
                            .max(
                                    Comparator.comparingInt((List<String> words) -> -words.size())
                                            .thenComparingInt(Prefilter::length));
            if (rarest.isEmpty()) {
                return List.of();
            }
            rarest.get().stream().filter(word -> !one.contains(word)).forEach(one::add);
        }
        return one.isEmpty() ? List.of() : List.of(one);
    }

    /** Long words are rarer than short ones. */
    private static int length(List<String> words) {
        return words.stream().mapToInt(String::length).sum();
    }

    private static void collect(Pattern pattern, List<List<String>> words) {
        if (pattern instanceof Pattern.Exact exact) {
            boolean name = exact.kind().equals("name") || exact.children().isEmpty();
            if (name && exact.label().matches("[A-Za-z_]\\w+")) {
                words.add(List.of(exact.label()));
            }
            exact.children().forEach(child -> collect(child, words));
        }
    }
}
