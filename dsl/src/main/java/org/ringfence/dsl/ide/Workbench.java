package org.ringfence.dsl.ide;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.eclipse.lsp4j.DidChangeWatchedFilesRegistrationOptions;
import org.eclipse.lsp4j.FileSystemWatcher;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.ringfence.dsl.RuleCompiler;
import org.ringfence.kb.Guidance;
import org.ringfence.subject.Source;

/**
 * What is open. Texts come in on the thread that reads messages; everything else is done by the
 * worker, where a text that is already outdated is never parsed.
 */
final class Workbench implements AutoCloseable {
    private final Environment environment;
    private final Worker worker = new Worker(this::failed);

    /** The texts that the editor holds, by address. */
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    /** By the folder whose files are one compile; owned by the worker, as is all below. */
    private final Map<Path, Project> projects = new LinkedHashMap<>();

    /** What lies in no folder: each document is a compile of its own. */
    private final Map<String, Project> loose = new LinkedHashMap<>();

    private Language language;
    private Guidance guidance = Guidance.of(List.of(), List.of(), List.of());
    private Diagnoses diagnoses;
    private LanguageClient client;
    private Abilities abilities = new Abilities(false, false, false);

    /**
     * What the editor can do.
     *
     * @param snippets whether a completion may leave the caret inside of what it puts in
     * @param watching whether it tells of files that were changed by others
     * @param refreshing whether it can be told that code lenses changed
     */
    record Abilities(boolean snippets, boolean watching, boolean refreshing) {}

    private record Open(String text, int version) {}

    Workbench(Environment environment) {
        this.environment = environment;
    }

    void connect(LanguageClient editor) {
        client = editor;
    }

    Abilities abilities() {
        return abilities;
    }

    private void failed(Throwable failure) {
        client.logMessage(
                new MessageParams(
                        MessageType.Error,
                        "this is a defect of Ringfence: " + failure + " at " + at(failure)));
    }

    private static String at(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length == 0 ? "an unknown place" : trace[0].toString();
    }

    // --- start

    void start(List<Path> folders, Abilities client) {
        abilities = client;
        worker.now(
                () -> {
                    language = Language.load();
                    diagnoses =
                            new Diagnoses(
                                    this::publish,
                                    environment.examples(),
                                    worker,
                                    this::refreshLenses);
                    guidance = guidance(folders);
                    folders.forEach(f -> projects.put(f, project()));
                    projects.forEach(this::load);
                });
    }

    private Project project() {
        return new Project(language, environment, guidance);
    }

    private Guidance guidance(List<Path> folders) {
        try {
            return environment.guidance().below(folders);
        } catch (IOException unreadable) {
            say("the guidance cannot be read: " + unreadable.getMessage());
            return guidance;
        }
    }

    private void say(String warning) {
        client.logMessage(new MessageParams(MessageType.Warning, warning));
    }

    private void load(Path folder, Project project) {
        List<Path> files = new ArrayList<>();
        try {
            files.addAll(RuleCompiler.rulesFiles(folder));
        } catch (IOException unreadable) {
            say(unreadable.getMessage());
        }
        List<Document> loaded = new ArrayList<>();
        for (Path file : files) {
            String uri = Uris.of(file);
            if (!open.containsKey(uri)) {
                read(file).ifPresent(text -> loaded.add(put(project, uri, text)));
            }
        }
        loaded.forEach(document -> check(project, document));
    }

    private Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            say(file + " cannot be read as UTF-8: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    void watchFiles() {
        if (abilities.watching()) {
            var watched =
                    new DidChangeWatchedFilesRegistrationOptions(
                            List.of(new FileSystemWatcher(Either.forLeft("**/*.{rules,md,yml}"))));
            client.registerCapability(
                    new RegistrationParams(
                            List.of(
                                    new Registration(
                                            "files", "workspace/didChangeWatchedFiles", watched))));
        }
    }

    // --- texts, on the thread that reads messages

    void open(String uri, String text, int version) {
        open.put(uri, new Open(text, version));
        worker.now(() -> update(uri));
    }

    void change(String uri, int version, Function<String, String> change) {
        open.computeIfPresent(uri, (u, o) -> new Open(change.apply(o.text()), version));
        worker.now(() -> update(uri));
    }

    void close(String uri) {
        open.remove(uri);
        worker.now(() -> fromDisk(uri));
    }

    void filesChanged(List<String> uris) {
        worker.now(
                () -> {
                    uris.stream().filter(u -> !open.containsKey(u)).forEach(this::fromDisk);
                    if (uris.stream().anyMatch(u -> !u.endsWith(".rules"))) {
                        guidance = guidance(List.copyOf(projects.keySet()));
                        all().forEach(this::setGuidance);
                    }
                });
    }

    private void setGuidance(Project project) {
        project.setGuidance(guidance);
        project.documents().forEach(document -> check(project, document));
    }

    // --- documents, on the worker

    private List<Project> all() {
        List<Project> all = new ArrayList<>(projects.values());
        all.addAll(loose.values());
        return all;
    }

    private Optional<Path> folder(String uri) {
        return Uris.path(uri)
                .flatMap(p -> projects.keySet().stream().filter(p::startsWith).findFirst());
    }

    private Document put(Project project, String uri, String text) {
        Path folder = folder(uri).orElse(Path.of(""));
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return project.put(uri, new Source(Uris.name(uri, folder), body));
    }

    private void update(String uri) {
        Open now = open.get(uri);
        if (now == null) {
            return;
        }
        Project project =
                folder(uri)
                        .map(projects::get)
                        .orElseGet(() -> loose.computeIfAbsent(uri, u -> project()));
        Optional<Document> before = project.document(uri);
        if (before.isEmpty() || !before.get().text().equals(now.text())) {
            change(project, uri, now.text());
        } else {
            diagnoses.runExamples(project, before.get());
        }
    }

    /** Parses a text and checks it, and later whatever it may have an effect on. */
    private void change(Project project, String uri, String text) {
        Shared before = project.document(uri).map(Shared::of).orElse(Shared.NOTHING);
        Document document = put(project, uri, text);
        Shared now = Shared.of(document);
        project.relinkOthers(document);
        if (!now.definitions().equals(before.definitions())) {
            project.documents().forEach(d -> d.setOutcomes(Map.of()));
        }
        check(project, document);
        if (!now.equals(before)) {
            project.documents().stream()
                    .filter(other -> other != document)
                    .forEach(other -> worker.later(() -> checkAgain(project, other)));
        }
    }

    private void check(Project project, Document document) {
        project.check(document);
        diagnoses.publish(document);
        if (open.containsKey(document.uri())) {
            diagnoses.runExamples(project, document);
        }
    }

    private void checkAgain(Project project, Document document) {
        if (project.document(document.uri()).filter(d -> d == document).isPresent()) {
            check(project, document);
        }
    }

    private void fromDisk(String uri) {
        Optional<Project> project = folder(uri).map(projects::get);
        Optional<String> text =
                project.flatMap(p -> Uris.path(uri))
                        .filter(Files::isRegularFile)
                        .flatMap(this::read);
        if (project.isPresent() && text.isPresent()) {
            change(project.get(), uri, text.get());
        } else {
            Project gone = project.or(() -> Optional.ofNullable(loose.remove(uri))).orElse(null);
            if (gone != null && gone.document(uri).isPresent()) {
                gone.remove(uri);
                diagnoses.clear(uri);
                gone.documents().forEach(d -> d.resource().relink());
                gone.documents().forEach(d -> worker.later(() -> checkAgain(gone, d)));
            }
        }
    }

    private void publish(org.eclipse.lsp4j.PublishDiagnosticsParams diagnostics) {
        Open current = open.get(diagnostics.getUri());
        if (current != null) {
            diagnostics.setVersion(current.version());
        }
        client.publishDiagnostics(diagnostics);
    }

    private void refreshLenses() {
        if (abilities.refreshing()) {
            client.refreshCodeLenses();
        }
    }

    // --- questions

    /** A document and the files it is compiled with. */
    record View(Project project, Document document) {}

    /** Answers a question about a document, or with {@code nothing} where it is not known. */
    <T> CompletableFuture<T> ask(String uri, T nothing, Function<View, T> question) {
        return worker.answer(
                () ->
                        all().stream()
                                .flatMap(p -> p.document(uri).map(d -> new View(p, d)).stream())
                                .findFirst()
                                .map(question)
                                .orElse(nothing));
    }

    <T> CompletableFuture<T> askAll(Function<List<Project>, T> question) {
        return worker.answer(() -> question.apply(all()));
    }

    Diagnoses diagnoses() {
        return diagnoses;
    }

    void stop() {
        worker.stop();
    }

    @Override
    public void close() {
        worker.close();
    }
}
