package org.ringfence.kb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.ringfence.kb");

    @Test
    void onlyTheSearchPackageKnowsTheSearchEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ringfence.kb.search")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.lucene..", "org.tartarus..")
                .check(OURS);
    }

    @Test
    void onlyTheMarkdownPackageKnowsParsers() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ringfence.kb.markdown")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.commonmark..", "org.snakeyaml..", "org.owasp..")
                .check(OURS);
    }

    @Test
    void guidanceKnowsNeitherItsReaderNorItsIndex() {
        noClasses()
                .that()
                .resideInAPackage("org.ringfence.kb")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ringfence.kb.markdown", "org.ringfence.kb.search")
                .check(OURS);
        slices().matching("org.ringfence.kb.(*)").should().notDependOnEachOther().check(OURS);
    }
}
