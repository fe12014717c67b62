package org.ringfence.dsl;

import com.google.common.base.Throwables;
import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.ParseException;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.IResourceValidator;
import org.eclipse.xtext.validation.Issue;
import org.ringfence.dsl.compile.ExampleRun;
import org.ringfence.dsl.compile.ExampleRunner;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Places;
import org.ringfence.dsl.compile.Problem;
import org.ringfence.dsl.compile.ProblemCode;
import org.ringfence.dsl.compile.Replacement;
import org.ringfence.dsl.compile.RuleLowering;
import org.ringfence.dsl.compile.Workspace;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesFile;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Topic;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.subject.Position;
import org.ringfence.subject.Source;
import org.ringfence.subject.SubjectReader;

/** One compile. Its resource set is seen by one thread and forgotten at the end. */
final class Compilation {
    private final Guidance guidance;
    private final Workspace workspace;
    private final Injector injector = RulesStandaloneSetup.injector();
    private final XtextResourceSet files = injector.getInstance(XtextResourceSet.class);
    private final IResourceValidator validator = injector.getInstance(IResourceValidator.class);
    private final RuleLowering lowering = injector.getInstance(RuleLowering.class);
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    private final Optional<ExampleRunner> tester;

    /**
     * @param tester runs the tests of the rules, or they are not run
     */
    Compilation(Collection<SubjectReader> readers, Guidance guidance, List<ExampleRunner> tester) {
        this.guidance = guidance;
        this.tester = tester.stream().findFirst();
        this.workspace = new Workspace(readers, guidance);
        files.eAdapters().add(workspace);
    }

    CompileResult run(SortedMap<String, String> texts, SortedMap<String, String> libraries) {
        List<Resource> resources = new ArrayList<>();
        // all files are loaded before the first is linked, so that they may refer to each other
        texts.forEach((name, text) -> resources.add(load(workspace::add, name, text)));
        if (Workspace.files(files).stream().anyMatch(file -> !file.getImports().isEmpty())) {
            libraries.forEach(this::library);
        }
        List<Rule> rules = new ArrayList<>();
        for (Resource resource : resources) {
            List<Issue> issues =
                    validator.validate(resource, CheckMode.ALL, CancelIndicator.NullImpl);
            Source source = workspace.source(resource);
            issues.forEach(issue -> diagnostics.add(diagnostic(issue, source)));
            rules.addAll(rules(resource, issues));
        }
        return new CompileResult(pack(rules), diagnostics, texts);
    }

    /** Loads a file of another pack, unless that pack is the one that is compiled. */
    private void library(String name, String text) {
        Set<String> own =
                Workspace.files(files).stream()
                        .filter(file -> !workspace.isLibrary(file.eResource()))
                        .map(RulesFile::getName)
                        .collect(Collectors.toSet());
        Resource loaded = load(workspace::addLibrary, name, text);
        boolean same =
                loaded.getContents().stream()
                        .anyMatch(file -> own.contains(((RulesFile) file).getName()));
        if (same) {
            files.getResources().remove(loaded);
        }
    }

    private Resource load(BiConsumer<URI, Source> known, String name, String text) {
        // a name of our own: those of files may hold what a URI may not
        URI uri = URI.createURI("rules:/" + files.getResources().size() + ".rules");
        known.accept(uri, new Source(name, text));
        Resource resource = files.createResource(uri);
        try {
            resource.load(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(name, impossible);
        } catch (ParseException failure) {
            if (!(Throwables.getRootCause(failure) instanceof StackOverflowError)) {
                throw failure;
            }
            diagnostics.add(
                    new Diagnostic(
                            Diagnostic.Severity.ERROR,
                            name,
                            1,
                            1,
                            0,
                            ProblemCode.SYNTAX.word(),
                            "this file is nested too deeply"));
        }
        return resource;
    }

    // --- rules

    private List<Rule> rules(Resource resource, List<Issue> issues) {
        boolean broken =
                issues.stream().anyMatch(i -> ProblemCode.INTERNAL.word().equals(i.getCode()));
        List<Rule> rules = new ArrayList<>();
        if (!broken && !resource.getContents().isEmpty()) {
            ((RulesFile) resource.getContents().get(0))
                    .getElements().stream()
                            .filter(RuleDef.class::isInstance)
                            .map(RuleDef.class::cast)
                            .filter(Places::isWhole)
                            .filter(rule -> issues.stream().noneMatch(i -> isErrorIn(rule, i)))
                            .forEach(
                                    definition -> {
                                        Rule rule = rule(definition);
                                        rules.add(rule);
                                        test(definition, rule);
                                    });
        }
        return rules;
    }

    private static boolean isErrorIn(RuleDef rule, Issue issue) {
        INode node = NodeModelUtils.findActualNodeFor(rule);
        int offset = Objects.requireNonNullElse(issue.getOffset(), 0);
        return issue.getSeverity() == org.eclipse.xtext.diagnostics.Severity.ERROR
                && offset >= node.getOffset()
                && offset <= node.getEndOffset();
    }

    private void test(RuleDef definition, Rule rule) {
        Source source = workspace.source(definition.eResource());
        tester.stream()
                .flatMap(runner -> ExampleRun.of(definition, runner.run(rule)).stream())
                .forEach(problem -> diagnostics.add(diagnostic(problem, source)));
    }

    private static Diagnostic diagnostic(Problem problem, Source source) {
        Position at = source.position(problem.place().offset());
        return new Diagnostic(
                problem.error() ? Diagnostic.Severity.ERROR : Diagnostic.Severity.WARNING,
                source.path(),
                at.line(),
                at.column(),
                problem.place().length(),
                problem.code().word(),
                problem.message(),
                problem.cures());
    }

    private Rule rule(RuleDef definition) {
        RuleLowering.Lowered lowered = lowering.lower(definition, workspace);
        return lowered.rule()
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        definition.getName()
                                                + " was checked without an error, but is not"
                                                + " compiled: "
                                                + lowered.problems().stream()
                                                        .map(Problem::message)
                                                        .toList()));
    }

    // --- the pack

    private RulePack pack(List<Rule> rules) {
        String name = "";
        String version = "";
        for (RulesFile file : Workspace.files(files)) {
            boolean names =
                    file.getName() != null
                            && !workspace.isLibrary(file.eResource())
                            && file.getVersion() != null
                            && file.getElements().stream().anyMatch(RuleDef.class::isInstance);
            if (names && name.isEmpty()) {
                name = file.getName();
                version = file.getVersion().replace("\"", "");
            }
        }
        Map<String, RulePack.TopicSummary> topics = new TreeMap<>();
        rules.stream()
                .flatMap(rule -> rule.classification().topics().stream())
                .flatMap(ref -> guidance.topic(ref.topic()).stream())
                .forEach(topic -> topics.put(topic.id(), summary(topic)));
        return new RulePack(
                name, version, List.copyOf(topics.values()), workspace.parameters(files), rules);
    }

    private static RulePack.TopicSummary summary(Topic topic) {
        return new RulePack.TopicSummary(topic.id(), topic.title(), topic.summary());
    }

    private static Diagnostic diagnostic(Issue issue, Source source) {
        boolean error = issue.getSeverity() == org.eclipse.xtext.diagnostics.Severity.ERROR;
        int end = source.text().length();
        int offset = Math.min(Objects.requireNonNullElse(issue.getOffset(), 0), end);
        Position at = source.position(offset);
        int length =
                Math.max(
                        0,
                        Math.min(Objects.requireNonNullElse(issue.getLength(), 0), end - offset));
        String[] cures = Objects.requireNonNullElse(issue.getData(), new String[0]);
        return new Diagnostic(
                error ? Diagnostic.Severity.ERROR : Diagnostic.Severity.WARNING,
                source.path(),
                at.line(),
                at.column(),
                length,
                Objects.requireNonNullElse(issue.getCode(), ProblemCode.INTERNAL.word()),
                issue.getMessage(),
                Replacement.fromData(cures, new Place(offset, length)));
    }
}
