package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ringfence.dsl.compile.ExampleRun;
import org.ringfence.dsl.compile.ExampleRunner;
import org.ringfence.dsl.rules.RuleDef;

/**
 * Shows what is wrong: first what the compiler says, then, rule by rule when nobody waits, what the
 * examples say. An example runs again only when the text of its rule, or of a definition that rules
 * share, changed.
 */
final class Diagnoses {
    private final Consumer<PublishDiagnosticsParams> editor;
    private final ExampleRunner runner;
    private final Worker worker;
    private final Runnable done;

    /**
     * @param done is called when examples have run
     */
    Diagnoses(
            Consumer<PublishDiagnosticsParams> editor,
            ExampleRunner runner,
            Worker worker,
            Runnable done) {
        this.editor = editor;
        this.runner = runner;
        this.worker = worker;
        this.done = done;
    }

    void publish(Document document) {
        List<Diagnostic> diagnostics =
                all(document).stream().map(flaw -> diagnostic(document, flaw)).toList();
        editor.accept(new PublishDiagnosticsParams(document.uri(), diagnostics));
    }

    void clear(String uri) {
        editor.accept(new PublishDiagnosticsParams(uri, List.of()));
    }

    /** What is wrong with a document, its examples included as far as they have run. */
    static List<Flaw> all(Document document) {
        List<Flaw> all = new ArrayList<>(document.flaws());
        for (RuleDef rule : rules(document)) {
            outcomes(document, rule)
                    .ifPresent(
                            ran ->
                                    ExampleRun.of(rule, ran).stream()
                                            .map(Flaw::of)
                                            .forEach(all::add));
        }
        return all;
    }

    private static Diagnostic diagnostic(Document document, Flaw flaw) {
        Diagnostic diagnostic =
                new Diagnostic(document.lines().range(flaw.place()), flaw.message());
        diagnostic.setSeverity(
                flaw.error() ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning);
        diagnostic.setCode(flaw.code());
        diagnostic.setSource("ringfence");
        return diagnostic;
    }

    // --- examples

    static List<RuleDef> rules(Document document) {
        return document.file().stream()
                .flatMap(file -> file.getElements().stream())
                .filter(RuleDef.class::isInstance)
                .map(RuleDef.class::cast)
                .toList();
    }

    private static String key(RuleDef rule) {
        return NodeModelUtils.findActualNodeFor(rule).getText();
    }

    /** What came of a rule's examples, where they have run since it was changed. */
    static Optional<List<ExampleRunner.Outcome>> outcomes(Document document, RuleDef rule) {
        return Optional.ofNullable(document.outcomes().get(key(rule)));
    }

    /** Runs the examples that changed, later and one rule at a time. */
    void runExamples(Project project, Document document) {
        Set<String> wanted = rules(document).stream().map(r -> key(r)).collect(Collectors.toSet());
        Map<String, List<ExampleRunner.Outcome>> kept = new HashMap<>(document.outcomes());
        kept.keySet().retainAll(wanted);
        document.setOutcomes(kept);
        List<RuleDef> changed =
                rules(document).stream().filter(r -> outcomes(document, r).isEmpty()).toList();
        changed.forEach(rule -> worker.later(() -> run(project, document, rule)));
        if (!changed.isEmpty()) {
            worker.later(done);
        }
    }

    /** Runs the examples of one rule; nothing where its text has changed since. */
    void run(Project project, Document document, RuleDef rule) {
        if (project.document(document.uri()).filter(d -> d == document).isEmpty()) {
            return;
        }
        project.compiled(document, rule)
                .map(runner::run)
                .ifPresent(
                        ran -> {
                            var outcomes = new HashMap<>(document.outcomes());
                            outcomes.put(key(rule), ran);
                            document.setOutcomes(outcomes);
                            if (ran.stream().anyMatch(outcome -> !outcome.failure().isEmpty())) {
                                publish(document);
                            }
                        });
    }

    /**
     * Runs the examples of a rule while somebody waits.
     *
     * @return one sentence an example; none where the rule has an error
     */
    List<String> runNow(Workbench.View view, String name) {
        Document document = view.document();
        List<String> said = new ArrayList<>();
        for (RuleDef rule : rules(document)) {
            if (name.equals(rule.getName())) {
                run(view.project(), document, rule);
                publish(document);
                for (ExampleRunner.Outcome outcome : outcomes(document, rule).orElse(List.of())) {
                    said.add(outcome.failure().isEmpty() ? "passed" : outcome.failure());
                }
            }
        }
        done.run();
        return said;
    }
}
