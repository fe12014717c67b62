package org.ringfence.dsl.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Places;
import org.ringfence.dsl.compile.Problem;
import org.ringfence.dsl.compile.ProblemCode;
import org.ringfence.dsl.compile.Suggestion;
import org.ringfence.dsl.compile.Workspace;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.Import;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.dsl.rules.RulesFile;
import org.ringfence.dsl.rules.RulesPackage.Literals;
import org.ringfence.subject.Source;

/** Checks a file against the other files of its compile: packs, imports, names. */
final class FileChecks {
    private final RulesFile file;
    private final List<RulesFile> all;
    private final List<Problem> problems = new ArrayList<>();

    private FileChecks(RulesFile file) {
        this.file = file;
        this.all = Workspace.files(file.eResource().getResourceSet());
    }

    static List<Problem> of(RulesFile file) {
        FileChecks checks = new FileChecks(file);
        if (file.getName() != null) {
            checks.pack();
            checks.imports();
            checks.names();
            checks.twins();
            checks.unused();
        }
        return checks.problems;
    }

    private void error(
            EObject object, EStructuralFeature feature, ProblemCode code, String message) {
        Place place = Places.OF_FILE.of(object, feature);
        problems.add(new Problem(true, place, code, message));
    }

    private void linkError(Import imported, String message, Suggestion meant) {
        Place place = Places.OF_FILE.of(imported, Literals.IMPORT__IMPORTED_NAMESPACE);
        problems.add(
                new Problem(
                        true,
                        place,
                        ProblemCode.LINK,
                        message + meant.words(),
                        meant.cures(place)));
    }

    // --- packs

    private static boolean hasRules(RulesFile file) {
        return !Workspace.of(file).isLibrary(file.eResource())
                && file.getElements().stream().anyMatch(RuleDef.class::isInstance);
    }

    private static String pack(RulesFile file) {
        return "pack "
                + file.getName()
                + (file.getVersion() == null ? "" : " version " + file.getVersion());
    }

    private void pack() {
        if (!hasRules(file)) {
            return;
        }
        if (file.getVersion() == null) {
            error(
                    file,
                    Literals.RULES_FILE__NAME,
                    ProblemCode.PACK,
                    "a pack with rules has a version: write `pack "
                            + file.getName()
                            + " version \"1.0.0\"`");
            return;
        }
        Optional<RulesFile> first =
                all.stream()
                        .filter(other -> hasRules(other) && other.getVersion() != null)
                        .findFirst();
        if (first.isPresent() && !pack(first.get()).equals(pack(file))) {
            error(
                    file,
                    Literals.RULES_FILE__NAME,
                    ProblemCode.PACK,
                    "all rules of one compile are one pack: "
                            + position(first.get(), Literals.RULES_FILE__NAME)
                            + " says `"
                            + pack(first.get())
                            + "`");
        }
    }

    private String position(EObject object, EStructuralFeature feature) {
        Source source = Workspace.of(object).source(object.eResource());
        var at = source.position(Places.OF_FILE.of(object, feature).offset());
        return source.path() + ":" + at.line() + ":" + at.column();
    }

    // --- imports

    private void imports() {
        for (Import imported : file.getImports()) {
            String name = imported.getImportedNamespace();
            var known = new TreeSet<String>();
            for (RulesFile other : all) {
                known.add(other.getName() + "::*");
                other.getElements().stream()
                        .map(Element::getName)
                        .filter(Objects::nonNull)
                        .forEach(element -> known.add(other.getName() + "::" + element));
            }
            if (name != null && !known.contains(name)) {
                linkError(
                        imported,
                        "there is nothing to import as `" + name + "`",
                        Suggestion.of(name, known));
            }
        }
    }

    // --- names

    private static String kind(Element element) {
        return element instanceof RuleDef ? "rule" : "definition";
    }

    private void names() {
        for (Element element : file.getElements()) {
            if (element.getName() != null) {
                first(element)
                        .filter(first -> first != element)
                        .ifPresent(
                                first ->
                                        error(
                                                element,
                                                Literals.ELEMENT__NAME,
                                                ProblemCode.DUPLICATE,
                                                "there is already a "
                                                        + kind(first)
                                                        + " `"
                                                        + element.getName()
                                                        + "`, at "
                                                        + position(first, Literals.ELEMENT__NAME)));
            }
        }
    }

    /** Names of rules that only a dash, a case or a plural tells apart. */
    private void twins() {
        for (Element element : file.getElements()) {
            if (element instanceof RuleDef && element.getName() != null) {
                rules().takeWhile(other -> other != element)
                        .filter(other -> isTwin(other.getName(), element.getName()))
                        .findFirst()
                        .ifPresent(
                                twin ->
                                        warning(
                                                element,
                                                ProblemCode.DUPLICATE,
                                                "`"
                                                        + element.getName()
                                                        + "` is easily taken for the rule `"
                                                        + twin.getName()
                                                        + "`, at "
                                                        + position(twin, Literals.ELEMENT__NAME)));
            }
        }
    }

    private Stream<Element> rules() {
        return all.stream()
                .filter(other -> !Workspace.of(other).isLibrary(other.eResource()))
                .flatMap(other -> other.getElements().stream())
                .filter(RuleDef.class::isInstance)
                .filter(rule -> rule.getName() != null);
    }

    private static boolean isTwin(String a, String b) {
        return !a.equals(b) && folded(a).equals(folded(b));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_]", "").replaceFirst("s$", "");
    }

    /** Definitions next to rules are for those; a file without rules is for others to import. */
    private void unused() {
        if (!hasRules(file) || !file.eResource().getErrors().isEmpty()) {
            return;
        }
        for (Element element : file.getElements()) {
            String name = element.getName();
            if (!(element instanceof RuleDef) && name != null && uses(name) == 1) {
                warning(element, ProblemCode.UNUSED, "nothing uses `" + name + "`");
            }
        }
    }

    private long uses(String name) {
        Pattern word = Pattern.compile("(?<![\\w-])" + Pattern.quote(name) + "(?![\\w-])");
        return all.stream()
                .map(other -> Workspace.of(other).source(other.eResource()).text())
                .mapToLong(text -> word.matcher(text).results().count())
                .sum();
    }

    private void warning(Element element, ProblemCode code, String message) {
        problems.add(
                new Problem(
                        false, Places.OF_FILE.of(element, Literals.ELEMENT__NAME), code, message));
    }

    /** Rules are one pack, so their names are looked for everywhere; others in their own pack. */
    private Optional<Element> first(Element element) {
        boolean rule = element instanceof RuleDef;
        return all.stream()
                .filter(other -> !Workspace.of(other).isLibrary(other.eResource()))
                .filter(other -> rule || Objects.equals(other.getName(), file.getName()))
                .flatMap(other -> other.getElements().stream())
                .filter(other -> element.getName().equals(other.getName()))
                .filter(other -> rule == other instanceof RuleDef)
                .findFirst();
    }
}
