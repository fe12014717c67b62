package org.ringfence.cli;

import org.ringfence.dsl.mutation.Mutant;
import org.ringfence.dsl.mutation.MutationTester;
import org.ringfence.report.Style;

/** A run of tests for a person. */
record TestText(Terminal terminal) {
    /** Characters of a clause that are enough to know it by. */
    private static final int CLAUSE = 120;

    void print(TestResult result) {
        for (TestResult.Case test : result.cases()) {
            if (!test.passed()) {
                say(alarm("FAILED") + " " + name(test));
                test.failure().lines().forEach(line -> say("    " + line));
            }
        }
        result.scores().forEach(this::survivors);
        result.scores().forEach(this::print);
        summary(result);
    }

    private static String name(TestResult.Case test) {
        return test.name().equals(test.place())
                ? test.place()
                : test.place() + ": " + test.suite() + ", " + test.name();
    }

    /** What is wrong with one clause stands together. */
    private void survivors(MutationTester.Score score) {
        String before = "";
        for (Mutant mutant : score.survivors()) {
            String clause = mutant.origin() + ": " + score.rule().id() + "\n" + mutant.clause();
            if (!clause.equals(before)) {
                say(alarm("SURVIVED") + " " + mutant.origin() + ": " + score.rule().id());
                say("    " + shortened(mutant.clause()));
            }
            before = clause;
            say("      " + mutant.change() + ": no example notices");
            say("        wanted: " + mutant.wanted());
        }
    }

    private static String shortened(String clause) {
        return clause.length() <= CLAUSE ? clause : clause.substring(0, CLAUSE) + "...";
    }

    private void print(MutationTester.Score score) {
        say(
                String.format(
                        "%3d %%  %3d of %3d mutants noticed  %s",
                        TestResult.percent(score.killed(), score.mutants()),
                        score.killed(),
                        score.mutants(),
                        score.rule().id()));
    }

    private void summary(TestResult result) {
        boolean good = result.failed() == 0;
        String counts = result.passed() + " passed, " + result.failed() + " failed";
        int rules = result.compiled().pack().rules().size();
        say(ink(good, counts) + " (" + rules + " rules)");
        if (!result.scores().isEmpty()) {
            String noticed =
                    result.noticed()
                            + " of "
                            + result.mutants()
                            + " mutants noticed, "
                            + TestResult.percent(result.noticed(), result.mutants())
                            + " %";
            say(ink(result.noticed() == result.mutants(), noticed));
        }
    }

    private String ink(boolean good, String text) {
        return terminal.style().apply(good ? Style.Ink.GOOD : Style.Ink.ALARM, text);
    }

    private String alarm(String text) {
        return ink(false, text);
    }

    private void say(String line) {
        terminal.out().println(line);
    }
}
