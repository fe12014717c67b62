package org.ringfence.dsl.mutation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringfence.check.RuleTester;
import org.ringfence.rule.Rule;

/**
 * Runs the examples of rules against their mutants.
 *
 * <pre>{@code
 * List<MutationTester.Score> scores =
 *         new MutationTester(new RuleTester(readers)).test(pack.rules(), () -> {});
 * }</pre>
 */
public final class MutationTester {
    private final RuleTester tester;

    public MutationTester(RuleTester tester) {
        this.tester = tester;
    }

    /**
     * How well a rule is held by its examples.
     *
     * @param mutants how many there are
     * @param survivors those that no example notices
     */
    public record Score(Rule rule, int mutants, List<Mutant> survivors) {
        public Score {
            survivors = List.copyOf(survivors);
        }

        public int killed() {
            return mutants - survivors.size();
        }
    }

    /**
     * The scores of rules whose examples pass, in the order given. What several rules take from one
     * definition needs an example in one of them.
     *
     * @param step runs behind each mutant
     */
    public List<Score> test(List<Rule> rules, Runnable step) {
        List<Score> scores = new ArrayList<>();
        Set<String> held = new HashSet<>();
        for (Rule rule : rules) {
            List<Mutant> mutants = Mutants.of(rule);
            List<Mutant> survivors = new ArrayList<>();
            for (Mutant mutant : mutants) {
                if (survives(mutant)) {
                    survivors.add(mutant);
                } else {
                    held.add(mutant.definition());
                }
                step.run();
            }
            scores.add(new Score(rule, mutants.size(), survivors));
        }
        held.remove("");
        return scores.stream().map(score -> without(held, score)).toList();
    }

    private static Score without(Set<String> held, Score score) {
        return new Score(
                score.rule(),
                score.mutants(),
                score.survivors().stream()
                        .filter(mutant -> !held.contains(mutant.definition()))
                        .toList());
    }

    /** A `todo` says what a rule cannot do yet, so it holds nothing. */
    private boolean survives(Mutant mutant) {
        return mutant.rule().examples().stream()
                .filter(example -> !example.todo())
                .allMatch(example -> tester.test(mutant.rule(), example).passed());
    }
}
