package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.rule.Rule;

/** Faults and hostile files end in diagnostics. */
class RobustnessTest {
    @Test
    void turnsAFaultOfACheckIntoAnErrorOfTheFile() {
        CompileResult result =
                Compile.files(
                        Map.of(
                                "a.rules",
                                Compile.rule("    where $DOOR matches `crash()`\n"),
                                "b.rules",
                                Compile.rule("").replace("rule r", "rule whole")));

        assertThat(result.diagnostics())
                .containsExactly(
                        new Diagnostic(
                                Diagnostic.Severity.ERROR,
                                "a.rules",
                                3,
                                1,
                                0,
                                "internal",
                                "this could not be checked, which is a fault of the compiler:"
                                        + " java.lang.NullPointerException: a fault of the reader"));
        assertThat(result.pack().rules()).extracting(Rule::id).containsExactly("whole");
    }

    @Test
    @Timeout(20)
    void refusesWhatIsNestedTooDeeply() {
        CompileResult result =
                Compile.text(Compile.rule("    where " + "(".repeat(200_000) + "kernel()\n"));

        assertThat(result.diagnostics())
                .extracting(Diagnostic::toString)
                .containsExactly("a.rules:1:1: error: this file is nested too deeply");
    }

    @Test
    @Timeout(30)
    void readsFilesOfRulesWithoutEnd() {
        StringBuilder text = new StringBuilder("pack p version \"1.0.0\"\n");
        for (int i = 0; i < 500; i++) {
            text.append(
                    Compile.rule(
                                    "    where const($MODE) has { READ, WRITE } and not $DOOR is call\n")
                            .replace("pack p version \"1.0.0\"", "")
                            .replace("rule r", "rule r" + i));
        }

        assertThat(Compile.text(text.toString()).pack().rules()).hasSize(500);
    }

    @Test
    @Timeout(60)
    void neverThrowsForDamagedFiles() {
        String text =
                Compile.rule(
                        "    where const($MODE) has { READ, 1 } and not $DOOR in { \"a\" }\n"
                                + "    let $X = const($DOOR)\n    fix safe replace $DOOR with `$MODE`\n");
        Random random = new Random(20261124);
        String noise = "`\"{}$@()|\\/*#\n\u0000\uD83D\uDE00é";
        for (int i = 0; i < 300; i++) {
            StringBuilder damaged = new StringBuilder(text);
            for (int j = 0; j < 3; j++) {
                int at = random.nextInt(damaged.length());
                if (random.nextBoolean()) {
                    damaged.deleteCharAt(at);
                } else {
                    damaged.insert(at, noise.charAt(random.nextInt(noise.length())));
                }
            }
            CompileResult result = Compile.text(damaged.toString());

            assertThat(result.diagnostics())
                    .as(damaged.toString())
                    .noneMatch(d -> d.code().equals("internal"));
            assertThat(result.ok() && result.pack().rules().isEmpty()).isFalse();
        }
    }

    @Test
    @Timeout(60)
    void compilesInManyThreads() throws Exception {
        RuleCompiler compiler = Compile.compiler();
        Map<String, String> texts = Map.of("a.rules", Compile.rule("    where $DOR is call\n"));
        CompileResult expected = compiler.compile(texts);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<CompileResult>> results = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                results.add(threads.submit(() -> compiler.compile(texts)));
            }
            for (Future<CompileResult> result : results) {
                assertThat(result.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdown();
        }
    }
}
