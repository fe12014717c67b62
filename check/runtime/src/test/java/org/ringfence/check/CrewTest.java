package org.ringfence.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Source;

class CrewTest {
    private static final List<Integer> NUMBERS = IntStream.range(0, 1000).boxed().toList();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    @Timeout(20)
    void answersInTheOrderOfTheItems(int threads) {
        assertThat(Crew.apply(threads, NUMBERS, n -> n * 2))
                .isEqualTo(NUMBERS.stream().map(n -> n * 2).toList());
    }

    @Test
    @Timeout(20)
    void worksOnSeveralItemsAtOnce() {
        CountDownLatch together = new CountDownLatch(3);
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Crew.apply(
                3,
                List.of(1, 2, 3),
                n -> {
                    threads.add(Thread.currentThread());
                    together.countDown();
                    try {
                        together.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return n;
                });
        assertThat(threads).hasSize(3).contains(Thread.currentThread());
    }

    @Test
    @Timeout(20)
    void asksForNoMoreItemsThanAreWorkedOn() {
        AtomicInteger open = new AtomicInteger();
        List<Integer> most = new ArrayList<>();
        Iterator<Integer> numbers = NUMBERS.iterator();
        Iterable<Integer> counted =
                () ->
                        new Iterator<>() {
                            @Override
                            public boolean hasNext() {
                                return numbers.hasNext();
                            }

                            @Override
                            public Integer next() {
                                most.add(open.incrementAndGet());
                                return numbers.next();
                            }
                        };
        Crew.apply(4, counted, n -> open.decrementAndGet());
        assertThat(most).hasSize(1000).allMatch(n -> n <= 4);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8})
    @Timeout(20)
    void isLoudAboutAFailureAndStops(int threads) {
        AtomicInteger worked = new AtomicInteger();
        assertThatThrownBy(
                        () ->
                                Crew.apply(
                                        threads,
                                        () -> IntStream.iterate(0, n -> n + 1).iterator(),
                                        n -> {
                                            if (worked.incrementAndGet() == 100) {
                                                throw new IllegalStateException("at " + 100);
                                            }
                                            return n;
                                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("at 100");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 8})
    @Timeout(20)
    void manyThreadsReportWhatOneDoes(int threads) {
        Rule open = ToyRules.open();
        Validator validator = new Validator(List.of(ToyRules.pack(open)), List.of(new Toy()));
        Report alone = validator.check(inputs(new ArrayList<>()));
        assertThat(alone.findings()).hasSize(200);
        assertThat(alone.skipped()).hasSize(40);
        List<Source> sources = new ArrayList<>();
        Report together = validator.check(inputs(sources), threads);
        assertThat(together.findings()).map(CrewTest::said).isEqualTo(said(alone));
        assertThat(together.checked()).isEqualTo(alone.checked());
        assertThat(together.skipped()).isEqualTo(alone.skipped());
        assertThat(together.gaps()).map(gap -> gap.source().path()).hasSize(200).isSorted();
        assertThat(sources).hasSize(200);
    }

    private static List<String> said(Report report) {
        return report.findings().stream().map(CrewTest::said).toList();
    }

    private static String said(Finding finding) {
        return finding.source().path() + finding.span() + finding.message();
    }

    private static List<Input> inputs(List<Source> sources) {
        List<Input> inputs = new ArrayList<>();
        for (int i = 100; i < 300; i++) {
            Source source = new Source(i + ".toy", "? open(a, " + i + ")");
            sources.add(source);
            inputs.add(new Input.Readable(new Toy().read(source)));
            if (i % 5 == 0) {
                inputs.add(new Input.Skipped(i + ".bin", "it is binary"));
            }
        }
        return inputs;
    }
}
