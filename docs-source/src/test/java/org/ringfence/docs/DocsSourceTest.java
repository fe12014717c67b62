package org.ringfence.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ringfence.check.Input;
import org.ringfence.check.RuleTester;
import org.ringfence.dsl.RuleCompiler;
import org.ringfence.dsl.RuleFormatter;
import org.ringfence.dsl.mutation.MutationTester;
import org.ringfence.kb.Flaw;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;
import org.ringfence.kb.markdown.GuidanceReader;
import org.ringfence.reader.SourceTree;
import org.ringfence.rule.LoadedPack;
import org.ringfence.rule.PackJson;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.TopicRef;
import org.ringfence.subject.SubjectReader;

/** The content proves itself: pages, rules, examples and fixtures hold one another. */
class DocsSourceTest {
    private static final Path CONTENT = Path.of("").toAbsolutePath();
    private static final List<SubjectReader> READERS = SubjectReader.onClassPath();
    private static final RuleTester TESTER = new RuleTester(READERS);
    private static final Guidance GUIDANCE = guidance();
    private static final RulePack PACK = pack();

    private static Guidance guidance() {
        try {
            return GuidanceReader.read(CONTENT);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static RulePack pack() {
        Path json = CONTENT.resolve("target/classes").resolve(PackJson.ENTRY);
        try (InputStream in = Files.newInputStream(json)) {
            return ((LoadedPack.Usable) PackJson.read(in, json.toString())).pack();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @TestFactory
    Stream<DynamicNode> rulesAreLaidOut() throws IOException {
        RuleFormatter formatter = new RuleFormatter();
        return RuleCompiler.rulesFiles(CONTENT).stream()
                .map(
                        file ->
                                dynamicTest(
                                        CONTENT.relativize(file).toString(),
                                        () -> {
                                            String text = Files.readString(file);
                                            assertThat(text)
                                                    .as("run: ringfence fmt docs-source")
                                                    .isEqualTo(formatter.format("", text).text());
                                        }));
    }

    @Test
    void pagesHaveNoFlaw() {
        assertThat(GUIDANCE.flaws()).extracting(Flaw::toString).isEmpty();
    }

    @Test
    void theTableOfTheChecklistSaysWhatItsItemsSay() {
        Topic checklist = GUIDANCE.topic("checklist/checklist").orElseThrow();
        String table =
                checklist.sections().stream().map(Section::text).collect(Collectors.joining("\n"));
        List<String> items =
                checklist.attributes().keySet().stream()
                        .filter(key -> key.matches("checklist-items\\..*\\.(?:title|evidence)"))
                        .toList();
        assertThat(items).hasSize(38);
        assertThat(items)
                .allSatisfy(
                        key -> assertThat(table).contains(checklist.attribute(key).orElseThrow()));
    }

    @Test
    void everyTopicHasARuleOrSaysWhyNot() {
        Set<String> enforced =
                PACK.rules().stream()
                        .flatMap(rule -> rule.classification().topics().stream())
                        .map(TopicRef::topic)
                        .collect(Collectors.toSet());
        assertThat(GUIDANCE.topics())
                .filteredOn(
                        topic -> topic.notCheckable().isEmpty() && !enforced.contains(topic.id()))
                .extracting(Topic::id)
                .as("topics without a rule that do not say `not-checkable: why`")
                .isEmpty();
        assertThat(GUIDANCE.topics())
                .filteredOn(
                        topic -> topic.notCheckable().isPresent() && enforced.contains(topic.id()))
                .extracting(Topic::id)
                .as("topics that have a rule and say `not-checkable`")
                .isEmpty();
    }

    @Test
    void everyRuleLiesInTheFolderOfItsFirstTopic() {
        assertThat(PACK.rules())
                .allSatisfy(
                        rule ->
                                assertThat(rule.origin().file())
                                        .startsWith(
                                                rule.classification().topics().get(0).topic()
                                                        + "/"));
    }

    @Test
    void everyRuleHasABadAndAGoodExample() {
        assertThat(PACK.rules())
                .allSatisfy(
                        rule -> {
                            assertThat(examples(rule, Rule.Example.Kind.BAD))
                                    .as(rule.id())
                                    .isPositive();
                            assertThat(examples(rule, Rule.Example.Kind.GOOD))
                                    .as(rule.id())
                                    .isPositive();
                        });
    }

    private static long examples(Rule rule, Rule.Example.Kind kind) {
        return rule.examples().stream().filter(e -> e.kind() == kind && !e.todo()).count();
    }

    @TestFactory
    Stream<DynamicNode> examplesOf() {
        return PACK.rules().stream()
                .map(
                        rule ->
                                dynamicContainer(
                                        rule.id(),
                                        TESTER.test(rule).stream()
                                                .map(
                                                        o ->
                                                                dynamicTest(
                                                                        name(o),
                                                                        () ->
                                                                                assertThat(
                                                                                                o
                                                                                                        .failure())
                                                                                        .isEmpty()))));
    }

    private static String name(RuleTester.Outcome outcome) {
        Rule.Example example = outcome.example();
        return example.kind() + " " + example.label() + " at " + example.origin();
    }

    /** What no example notices is a clause that nothing needs, or a missing example. */
    @Test
    void examplesNoticeEveryChangeOfARule() {
        assertThat(new MutationTester(TESTER).test(PACK.rules(), () -> {}))
                .flatExtracting(MutationTester.Score::survivors)
                .extracting(
                        mutant -> mutant.origin() + ": " + mutant.clause() + ": " + mutant.change())
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicNode> fixtures() throws IOException {
        List<DynamicNode> tests = new ArrayList<>();
        for (Input input :
                new SourceTree(READERS, CONTENT).read(List.of(CONTENT.resolve("fixtures")))) {
            var subject = ((Input.Readable) input).subject();
            tests.add(
                    dynamicTest(
                            subject.source().path(),
                            () -> assertThat(TESTER.fixture(subject, PACK.rules())).isEmpty()));
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(4);
        return tests.stream();
    }
}
