package org.ringfence.cli;

import java.util.List;
import org.ringfence.dsl.CompileResult;
import org.ringfence.dsl.mutation.MutationTester;

/**
 * What a run of tests showed.
 *
 * @param cases in the order they ran: the examples of each rule, then the fixtures
 * @param scores one a rule where mutants were asked for and the rule's examples pass
 */
record TestResult(CompileResult compiled, List<Case> cases, List<MutationTester.Score> scores) {
    TestResult {
        cases = List.copyOf(cases);
        scores = List.copyOf(scores);
    }

    /**
     * One example or fixture.
     *
     * @param suite the rule, or {@code fixtures}
     * @param failure empty where it passed
     */
    record Case(String suite, String name, String place, String failure) {
        boolean passed() {
            return failure.isEmpty();
        }
    }

    long passed() {
        return cases.stream().filter(Case::passed).count();
    }

    long failed() {
        return cases.size() - passed();
    }

    int mutants() {
        return scores.stream().mapToInt(MutationTester.Score::mutants).sum();
    }

    int noticed() {
        return scores.stream().mapToInt(MutationTester.Score::killed).sum();
    }

    int code() {
        if (!compiled.ok()) {
            return ExitCode.ERROR;
        }
        return failed() > 0 || noticed() < mutants() ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    /** Rounded down, so that only all is 100; of none, all are. */
    static int percent(long part, long whole) {
        return whole == 0 ? 100 : (int) (part * 100 / whole);
    }
}
