package org.ringfence.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shape of the project: who may know whom, and which library may be used where. */
class ArchitectureTest {
    private static final String[] RUNTIME = {
        "org.ringfence.subject..",
        "org.ringfence.rule..",
        "org.ringfence.check..",
        "org.ringfence.report.."
    };

    private static final JavaClasses OURS = imported();

    private static JavaClasses imported() {
        List<Path> folders =
                List.of("check/runtime", "check/readers", "kb", "dsl", "site", "cli").stream()
                        .map(module -> Path.of("..", module, "target", "classes"))
                        .toList();
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPaths(folders);
    }

    @Test
    void seesEveryModule() {
        assertThat(OURS.stream().map(c -> c.getPackageName()).distinct())
                .contains(
                        "org.ringfence.check",
                        "org.ringfence.reader.c",
                        "org.ringfence.kb.search",
                        "org.ringfence.dsl",
                        "org.ringfence.site",
                        "org.ringfence.cli");
    }

    /** Xtext forces a knot inside dsl; it hides behind that module's public classes. */
    @Test
    void packagesAreFreeOfCycles() {
        slices().assignedFrom(new PackageSlices())
                .should()
                .beFreeOfCycles()
                .check(OURS.that(resideOutsideOfPackage("org.ringfence.dsl..")));
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.lucene.., org.ringfence.kb.search..",
        "org.tartarus.., org.ringfence.kb.search..",
        "org.commonmark.., org.ringfence.kb.markdown..",
        "org.snakeyaml.., org.ringfence.kb.markdown..",
        "org.owasp.., org.ringfence.kb.markdown..",
        "org.jsoup.., org.ringfence.site.html..",
        "org.eclipse.[emf|lsp4j|xtend|xtext].., org.ringfence.dsl..",
        "org.eclipse.jetty.., org.ringfence.cli.serve..",
        "io.javalin.., org.ringfence.cli.serve..",
        "jakarta.., org.ringfence.cli.serve..",
        "io.modelcontextprotocol.., org.ringfence.cli.mcp..",
        "org.jline.., org.ringfence.cli.browse..",
        "tools.jackson.., org.ringfence.cli..",
        "com.google.inject.., org.ringfence.dsl..",
        "com.google.re2j.., org.ringfence.rule..",
        "org.objectweb.asm.., org.ringfence.dsl.pack..",
        "gg.jte.., org.ringfence.site..",
        "me.tongfei.., org.ringfence.cli..",
        "com.github.difflib.., org.ringfence.cli..",
        "picocli.., org.ringfence.cli.."
    })
    void aLibraryIsUsedInOnePlace(String library, String home) {
        noClasses()
                .that(resideOutsideOfPackage(home))
                .should()
                .dependOnClassesThat(resideInAPackage(library))
                .check(OURS);
    }

    @Test
    void theRuntimeNeedsNothingButJavaJacksonCoreAndRe2AndOpensNoFile() {
        classes()
                .that(resideInAnyPackage(RUNTIME))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(RUNTIME)
                                .or(
                                        resideInAnyPackage(
                                                "java.io",
                                                "java.lang..",
                                                "java.net",
                                                "java.nio.charset",
                                                "java.security",
                                                "java.util",
                                                "java.util.concurrent",
                                                "java.util.function",
                                                "java.util.regex",
                                                "java.util.stream",
                                                "com.fasterxml.jackson.core..",
                                                "com.google.re2j.."))
                                .and(
                                        DescribedPredicate.not(
                                                nameMatching("java\\.io\\.(File|RandomAccess).*")))
                                .and(
                                        DescribedPredicate.not(
                                                nameMatching("java\\.net\\.(?!URI).*"))))
                .check(OURS);
    }

    @Test
    void readersKnowOnlySubjectsAndInputs() {
        noClasses()
                .that(resideInAPackage("org.ringfence.reader.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "org.ringfence.rule..",
                                "org.ringfence.report..",
                                "org.ringfence.kb..",
                                "org.ringfence.dsl..",
                                "org.ringfence.site..",
                                "org.ringfence.cli..",
                                "java.net.."))
                .check(OURS);
    }

    @Test
    void guidanceKnowsNoRules() {
        noClasses()
                .that(resideInAPackage("org.ringfence.kb.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(RUNTIME)
                                .or(
                                        resideInAnyPackage(
                                                "org.ringfence.reader..", "org.ringfence.dsl..",
                                                "org.ringfence.site..", "org.ringfence.cli..")))
                .check(OURS);
    }

    @Test
    void pagesAndSearchKnowOnlyGuidance() {
        noClasses()
                .that(resideInAPackage("org.ringfence.kb.markdown.."))
                .should()
                .dependOnClassesThat(resideInAPackage("org.ringfence.kb.search.."))
                .check(OURS);
        noClasses()
                .that(resideInAPackage("org.ringfence.kb.search.."))
                .should()
                .dependOnClassesThat(resideInAPackage("org.ringfence.kb.markdown.."))
                .check(OURS);
    }

    @Test
    void theCompilerKnowsNoReadersAndNoFrontEnds() {
        noClasses()
                .that(resideInAPackage("org.ringfence.dsl.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "org.ringfence.reader..",
                                "org.ringfence.site..",
                                "org.ringfence.cli..",
                                "org.ringfence.report.."))
                .check(OURS);
        noClasses()
                .that(resideInAPackage("org.ringfence.dsl.."))
                .and(resideOutsideOfPackage("org.ringfence.dsl.mutation"))
                .should()
                .dependOnClassesThat(resideInAPackage("org.ringfence.check.."))
                .check(OURS);
    }

    @Test
    void mutationKnowsRulesOnlyAsData() {
        noClasses()
                .that(resideInAPackage("org.ringfence.dsl.mutation"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.eclipse..", "org.ringfence.dsl..")
                                .and(
                                        DescribedPredicate.not(
                                                resideInAPackage("org.ringfence.dsl.mutation"))))
                .check(OURS);
    }

    @Test
    void whatIsAskedKnowsNoProtocol() {
        noClasses()
                .that(resideInAPackage("org.ringfence.cli.desk"))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("tools.jackson..", "org.ringfence.site..", "picocli.."))
                .check(OURS);
    }

    @Test
    void theSiteKnowsNeitherCompilerNorReaders() {
        noClasses()
                .that(resideInAPackage("org.ringfence.site.."))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(
                                "org.ringfence.dsl..",
                                "org.ringfence.reader..",
                                "org.ringfence.cli.."))
                .check(OURS);
    }
}
