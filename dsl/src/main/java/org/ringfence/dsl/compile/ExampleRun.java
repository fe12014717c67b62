package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesPackage.Literals;
import org.ringfence.dsl.rules.TestClause;
import org.ringfence.subject.Source;
import org.ringfence.subject.SubjectReader;

/** Runs the tests of a rule that compiles, and shows what fails where it is written. */
public final class ExampleRun {
    private static final Places PLACES = Places.OF_FILE;

    private final String marker;
    private final List<Problem> problems = new ArrayList<>();

    private ExampleRun(String marker) {
        this.marker = marker;
    }

    /**
     * What fails.
     *
     * @param outcomes of the rule that {@code definition} was compiled to
     */
    public static List<Problem> of(RuleDef definition, List<ExampleRunner.Outcome> outcomes) {
        String marker =
                Workspace.of(definition)
                        .reader(definition.getSubject())
                        .map(SubjectReader::testMarker)
                        .orElseThrow();
        ExampleRun run = new ExampleRun(marker);
        List<TestClause> tests =
                definition.getClauses().stream()
                        .filter(TestClause.class::isInstance)
                        .map(TestClause.class::cast)
                        .toList();
        for (int i = 0; i < Math.min(tests.size(), outcomes.size()); i++) {
            if (!outcomes.get(i).failure().isEmpty()) {
                run.failed(tests.get(i), outcomes.get(i));
            }
        }
        return run.problems;
    }

    private void error(Place place, String message, Replacement... cures) {
        problems.add(new Problem(true, place, ProblemCode.EXAMPLE, message, List.of(cures)));
    }

    private void failed(TestClause test, ExampleRunner.Outcome outcome) {
        Place kind = PLACES.keyword(test, test.getKind());
        if (test.isTodo()) {
            Place todo = PLACES.keyword(test, "todo");
            Place word = new Place(todo.offset(), kind.offset() - todo.offset());
            error(todo, outcome.failure(), new Replacement(word, "", "Remove `todo`"));
            return;
        }
        Code code = new Code(test);
        List<ExampleRunner.Found> findings = outcome.found();
        if (test.getKind().equals("good")) {
            for (ExampleRunner.Found finding : findings) {
                error(
                        code.place(finding),
                        "this is found, though it is `good`: " + finding.message());
            }
        } else if (!lines(test, code, findings)) {
            boolean fix = test.getFixed() != null && outcome.failure().contains("fix");
            error(fix ? PLACES.keyword(test, "fixed") : kind, outcome.failure());
        }
    }

    /** Whether a wrong line is what failed. */
    private boolean lines(TestClause test, Code code, List<ExampleRunner.Found> findings) {
        Set<Integer> found =
                findings.stream()
                        .map(finding -> finding.line())
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<Integer> marked = code.markedLines(marker);
        if (found.isEmpty() && marked.isEmpty()) {
            error(
                    PLACES.keyword(test, test.getKind()),
                    "the rule finds nothing in this, though it is `bad`");
            return true;
        }
        int before = problems.size();
        marked.stream()
                .filter(line -> !found.contains(line))
                .forEach(
                        line ->
                                error(
                                        code.marker(line, marker),
                                        "the rule finds nothing on this line"));
        if (!marked.isEmpty()) {
            findings.stream()
                    .filter(finding -> !marked.contains(finding.line()))
                    .forEach(
                            finding ->
                                    error(
                                            code.place(finding),
                                            "this is found, but no `"
                                                    + marker
                                                    + "` marks its line"));
        }
        return problems.size() > before;
    }

    /** The code of a test, with its places in the file. */
    private static final class Code {
        private final Decoded decoded;
        private final Source source;

        Code(TestClause test) {
            Place place = PLACES.of(test, Literals.TEST_CLAUSE__CODE);
            decoded =
                    new org.ringfence.dsl.compile.Literals(new Problems())
                            .code(test.getCode(), place.offset());
            source = new Source("", decoded.text());
        }

        /** Where a finding is. */
        Place place(ExampleRunner.Found finding) {
            String line = source.line(finding.line());
            return decoded.place(
                    start(finding.line()) + finding.column() - 1,
                    Math.max(1, Math.min(finding.length(), line.length() - finding.column() + 1)));
        }

        private int start(int line) {
            int start = 0;
            for (int before = 1; before < line; before++) {
                start = decoded.text().indexOf('\n', start) + 1;
            }
            return start;
        }

        Set<Integer> markedLines(String marker) {
            Set<Integer> marked = new TreeSet<>();
            for (int line = 1; line <= source.lineCount(); line++) {
                if (source.line(line).contains(marker)) {
                    marked.add(line);
                }
            }
            return marked;
        }

        Place marker(int line, String marker) {
            return decoded.place(start(line) + source.line(line).indexOf(marker), marker.length());
        }
    }
}
