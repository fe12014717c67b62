package org.ringfence.kb.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

    @TempDir private Path folder;

    private Evaluation evaluate(String qrels) throws IOException {
        var parsed = Qrels.parse(qrels);
        assertThat(parsed.mistakes()).isEmpty();
        GuidanceIndex.write(Samples.guidance(), folder.resolve("index"));
        try (var index = GuidanceIndex.open(folder.resolve("index"))) {
            return Evaluation.of(index, parsed.queries());
        }
    }

    @Test
    void readsPagesSectionsAndGradesAndNamesBadLines() {
        var qrels =
                Qrels.parse("query\tclass\trelevant\nq one\tnl\ta/b.md=2|c.md#d\n\nbad\nq\tt\t\n");

        assertThat(qrels.queries())
                .containsExactly(new Qrels.Judged("q one", "nl", Map.of("a/b.md", 2, "c.md#d", 1)));
        assertThat(qrels.mistakes())
                .containsExactly(
                        "line 4: not of the form 'query <tab> class <tab> path=grade|path#anchor|...'",
                        "line 5: not of the form 'query <tab> class <tab> path=grade|path#anchor|...'");
    }

    @Test
    void countsTheRankOfTheFirstRightHitByClass() throws IOException {
        var evaluation =
                evaluate(
                        """
                        METHOD_NEITHER\tname\tioctl/method-neither.md
                        device\tword\tmemory/pool.md
                        nothing at all\tword\tioctl/access-bits.md
                        """);

        assertThat(evaluation.classes())
                .extracting(Evaluation.Row::name, Evaluation.Row::queries)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("name", 1),
                        org.assertj.core.groups.Tuple.tuple("word", 2));
        assertThat(evaluation.classes().get(1).mrr().mean()).isEqualTo(0.25);
        assertThat(evaluation.classes().get(1).recall().mean()).isEqualTo(0.5);
        assertThat(evaluation.all().mrr().mean()).isEqualTo(0.5);
        assertThat(evaluation.all().ndcg().mean())
                .isCloseTo((1 + Math.log(2) / Math.log(3)) / 3, within(1e-9));
        assertThat(evaluation.all().mrr().low()).isZero();
        assertThat(evaluation.all().mrr().high()).isEqualTo(1);
    }

    @Test
    void wantsTheSectionThatAJudgementNames() throws IOException {
        assertThat(evaluate("IoCreateDeviceSecure\ts\tdevice/secure-objects.md#prefer").all().mrr())
                .isEqualTo(new Evaluation.Figure(1, 1, 1));
        assertThat(evaluate("IoCreateDeviceSecure\ts\tdevice/secure-objects.md#avoid").all().mrr())
                .isEqualTo(new Evaluation.Figure(0, 0, 0));
    }

    @Test
    void findsJudgedPagesBelowAFolderAndNamesThoseThatAreMissing() throws IOException {
        var evaluation = evaluate("pool\tt\tpool.md|gone.md");

        assertThat(evaluation.all().mrr().mean()).isEqualTo(1);
        assertThat(evaluation.missing()).isEqualTo(List.of("gone.md"));
    }
}
