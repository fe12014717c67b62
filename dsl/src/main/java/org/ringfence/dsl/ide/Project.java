package org.ringfence.dsl.ide;

import com.google.common.base.Throwables;
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
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.diagnostics.Severity;
import org.eclipse.xtext.parser.ParseException;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.resource.impl.ResourceDescriptionsData;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.CheckMode;
import org.eclipse.xtext.validation.Issue;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Places;
import org.ringfence.dsl.compile.ProblemCode;
import org.ringfence.dsl.compile.Replacement;
import org.ringfence.dsl.compile.Workspace;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.kb.Guidance;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Source;
import org.ringfence.subject.SubjectReader;

/** The rules files of one compile, kept parsed and linked. Owned by the worker's thread. */
final class Project {
    private final Language language;
    private final Collection<SubjectReader> readers;
    private final XtextResourceSet files;
    private final Map<String, Document> documents = new TreeMap<>();

    /** Definitions by name; otherwise every file is asked for every name. */
    private final ResourceDescriptionsData index = new ResourceDescriptionsData(List.of());

    private final Libraries libraries;
    private Workspace workspace;
    private Guidance guidance;
    private int count;

    Project(Language language, Environment environment, Guidance guidance) {
        this.language = language;
        this.readers = environment.readers();
        this.libraries = new Libraries(environment.libraries());
        this.files = language.files().get();
        files.getLoadOptions().put(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name());
        ResourceDescriptionsData.ResourceSetAdapter.installResourceDescriptionsData(files, index);
        this.guidance = guidance;
        this.workspace = new Workspace(readers, guidance);
        files.eAdapters().add(workspace);
    }

    Language language() {
        return language;
    }

    Guidance guidance() {
        return guidance;
    }

    /** Forgets what was said of topics; every document has to be checked again. */
    void setGuidance(Guidance changed) {
        guidance = changed;
        files.eAdapters().remove(workspace);
        workspace = new Workspace(readers, changed);
        files.eAdapters().add(workspace);
        documents.values().forEach(d -> workspace.add(d.resource().getURI(), d.lines().source()));
        libraries.addTo(workspace);
    }

    Collection<SubjectReader> readers() {
        return readers;
    }

    Optional<SubjectReader> reader(String subject) {
        return readers.stream().filter(r -> r.vocabulary().subject().equals(subject)).findFirst();
    }

    Optional<Document> document(String uri) {
        return Optional.ofNullable(documents.get(uri));
    }

    Collection<Document> documents() {
        return List.copyOf(documents.values());
    }

    /** The document that a definition stands in. */
    Optional<Document> document(Resource resource) {
        return documents.values().stream().filter(d -> d.resource() == resource).findFirst();
    }

    // --- texts

    /** Parses a new text of a document, or the first. */
    Document put(String uri, Source source) {
        Optional<Document> before = document(uri);
        URI id =
                before.map(d -> d.resource().getURI())
                        .orElseGet(() -> URI.createURI("rules:/" + count++ + ".rules"));
        workspace.add(id, source);
        // a new resource in the place of the old: to empty the old one takes longer than to parse
        var all = files.getResources();
        int place = before.map(d -> all.indexOf(d.resource())).orElse(all.size());
        before.ifPresent(d -> all.remove(d.resource()));
        XtextResource resource = (XtextResource) files.createResource(id);
        all.move(place, resource);
        List<Flaw> flaws = parse(resource, source.text());
        index.addDescription(id, language.descriptions().getResourceDescription(resource));
        Document now = new Document(uri, new Lines(source), resource, flaws);
        before.ifPresent(d -> now.setOutcomes(d.outcomes()));
        documents.put(uri, now);
        libraries.update(documents.values(), workspace, new Shelf());
        return now;
    }

    private final class Shelf implements Libraries.Shelf {
        @Override
        public XtextResource put(URI uri, String text) {
            XtextResource resource = (XtextResource) files.createResource(uri);
            parse(resource, text);
            index.addDescription(uri, language.descriptions().getResourceDescription(resource));
            return resource;
        }

        @Override
        public void remove(URI uri) {
            files.getResources().remove(files.getResource(uri, false));
            index.removeDescription(uri);
        }
    }

    private static List<Flaw> parse(XtextResource resource, String text) {
        try {
            load(resource, text);
            return List.of();
        } catch (ParseException failure) {
            if (!(Throwables.getRootCause(failure) instanceof StackOverflowError)) {
                throw failure;
            }
            resource.unload();
            load(resource, "");
            return List.of(
                    new Flaw(
                            new Place(0, 0),
                            true,
                            ProblemCode.SYNTAX.word(),
                            "this file is nested too deeply",
                            List.of()));
        }
    }

    private static void load(XtextResource resource, String text) {
        try {
            resource.load(
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                    Map.of(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(resource.getURI().toString(), impossible);
        }
    }

    void remove(String uri) {
        document(uri)
                .ifPresent(
                        document -> {
                            documents.remove(uri);
                            files.getResources().remove(document.resource());
                            index.removeDescription(document.resource().getURI());
                        });
    }

    /** Has the other files look their names up again. */
    void relinkOthers(Document changed) {
        for (Document document : documents.values()) {
            if (document.resource() != changed.resource()) {
                document.resource().relink();
            }
        }
    }

    // --- what is wrong

    void check(Document document) {
        if (!document.isParsed()) {
            return;
        }
        List<Flaw> flaws = new ArrayList<>();
        for (Issue issue :
                language.validator()
                        .validate(document.resource(), CheckMode.ALL, CancelIndicator.NullImpl)) {
            flaws.add(flaw(issue));
        }
        document.setFlaws(flaws);
    }

    private static Flaw flaw(Issue issue) {
        Place place =
                new Place(
                        Objects.requireNonNullElse(issue.getOffset(), 0),
                        Objects.requireNonNullElse(issue.getLength(), 0));
        String[] data = Objects.requireNonNullElse(issue.getData(), new String[0]);
        return new Flaw(
                place,
                issue.getSeverity() == Severity.ERROR,
                Objects.requireNonNullElse(issue.getCode(), ProblemCode.INTERNAL.word()),
                issue.getMessage(),
                Replacement.fromData(data, place));
    }

    /** A rule that has no error, compiled. */
    Optional<Rule> compiled(Document document, RuleDef rule) {
        return isSound(document, rule)
                ? language.lowering().lower(rule, workspace).rule()
                : Optional.empty();
    }

    private static boolean isSound(Document document, RuleDef rule) {
        Place place = Places.OF_FILE.of(rule);
        return Places.isWhole(rule)
                && document.flaws().stream()
                        .filter(Flaw::error)
                        .map(flaw -> flaw.place().offset())
                        .noneMatch(
                                at ->
                                        at >= place.offset()
                                                && at <= place.offset() + place.length());
    }
}
