package org.ringfence.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ringfence.check.RuleTester;
import org.ringfence.dsl.CompileResult;
import org.ringfence.dsl.Diagnostic;
import org.ringfence.dsl.RuleCompiler;
import org.ringfence.kb.markdown.GuidanceReader;
import org.ringfence.rule.Rule;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary;

/** The manual of the rules language: what it shows compiles and does what it says. */
class LanguageManualTest {
    private static final Path CONTENT = Path.of("").toAbsolutePath();
    private static final Path MANUAL = CONTENT.resolve("language");
    private static final List<SubjectReader> READERS = SubjectReader.onClassPath();
    private static final Pattern BLOCK = Pattern.compile("(?ms)^````rules\n(.*?)^````$");
    private static final Map<String, String> FILES = files();

    /** The blocks of all pages, each with the line that the manual leaves out. */
    private static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> pages = Files.walk(MANUAL)) {
            for (Path page : pages.filter(p -> p.toString().endsWith(".md")).sorted().toList()) {
                String text = Files.readString(page);
                Matcher block = BLOCK.matcher(text);
                while (block.find()) {
                    long line = text.substring(0, block.start(1)).lines().count();
                    files.put(
                            MANUAL.relativize(page.getParent()) + " after line " + line,
                            "pack manual version \"1.0.0\"\n" + block.group(1));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }

    private static CompileResult compiled() throws IOException {
        return new RuleCompiler(READERS, GuidanceReader.read(CONTENT)).compile(FILES);
    }

    @Test
    void everyBlockCompiles() throws IOException {
        assertThat(compiled().diagnostics())
                .filteredOn(d -> d.severity() == Diagnostic.Severity.ERROR)
                .isEmpty();
        assertThat(compiled().pack().rules()).hasSizeGreaterThan(30);
    }

    @TestFactory
    Stream<DynamicNode> everyExampleDoesWhatItSays() throws IOException {
        RuleTester tester = new RuleTester(READERS);
        List<DynamicNode> tests = new ArrayList<>();
        for (Rule rule : compiled().pack().rules()) {
            for (RuleTester.Outcome outcome : tester.test(rule)) {
                tests.add(
                        dynamicTest(
                                rule.id() + " at " + outcome.example().origin(),
                                () -> assertThat(outcome.failure()).as(rule.id()).isEmpty()));
            }
        }
        return tests.stream();
    }

    /** Every word of the grammar that starts a clause, a definition or a relation. */
    @Test
    void everyWordOfTheGrammarStandsInAnExample() throws IOException {
        String grammar =
                Files.readString(
                        CONTENT.resolve("../dsl/src/main/java/org/ringfence/dsl/Rules.xtext"));
        // the rule that lists keywords again, as names
        String rules = grammar.substring(0, grammar.indexOf("\nWord: "));
        String examples = String.join("\n", FILES.values());
        TreeSet<String> missing = new TreeSet<>();
        Matcher keyword = Pattern.compile("'([a-z]+)'").matcher(rules);
        while (keyword.find()) {
            String word = keyword.group(1);
            if (!Pattern.compile("(?<![\\w-])" + word + "(?![\\w-])").matcher(examples).find()) {
                missing.add(word);
            }
        }
        // said in words: they need a second pack, a rule that is gone, a test that fails
        assertThat(missing).isSubsetOf("import", "replaced", "by", "todo", "after");
    }

    @Test
    void everyFunctionAndAttributeOfEverySubjectStandsInAnExample() {
        TreeSet<String> missing = new TreeSet<>();
        for (SubjectReader reader : READERS) {
            Vocabulary vocabulary = reader.vocabulary();
            String examples =
                    String.join(
                            "\n",
                            FILES.values().stream()
                                    .filter(text -> text.contains(" on " + vocabulary.subject()))
                                    .toList());
            for (String function : vocabulary.functions().keySet()) {
                if (!Pattern.compile("(?<![\\w-])" + function + "\\(").matcher(examples).find()) {
                    missing.add(vocabulary.subject() + ": " + function + "()");
                }
            }
            vocabulary
                    .kinds()
                    .forEach(
                            (name, kind) -> {
                                for (String attribute : kind.attributes().keySet()) {
                                    if (!examples.contains("." + attribute)) {
                                        missing.add(vocabulary.subject() + ": ." + attribute);
                                    }
                                }
                            });
        }
        assertThat(missing).isEmpty();
    }
}
