package org.ringfence.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Source;

class VariantsTest {
    private static final Rule OPEN = ToyRules.open();

    private static Report report(String text) {
        Validator validator = new Validator(List.of(ToyRules.pack(OPEN)), List.of(new Toy()));
        return validator.check(
                List.of(
                        new Input.Readable(new Toy().read(new Source("a.toy", text))),
                        new Input.Skipped("b.toy", "it is binary")));
    }

    @Test
    void aFindingOfSomeConfigurationsNamesThem() {
        Report merged =
                Variants.merged(
                        new TreeMap<>(
                                Map.of(
                                        "one", report("? open(a, 1) shut(b, 2)"),
                                        "two", report("? open(a, 1) open(b, 2)"),
                                        "six", report("? shut(a, 1) open(b, 2)"))));
        assertThat(merged.findings())
                .map(f -> f.message() + " " + f.build().configurations())
                .containsExactly("open(a, 1) opens [one, two]", "open(b, 2) opens [six, two]");
    }

    @Test
    void whatAllHaveIsSaidOnceAndWithoutNames() {
        Report one = report("? open(a, 1)");
        Report merged =
                Variants.merged(new TreeMap<>(Map.of("one", one, "two", report("? open(a, 1)"))));
        assertThat(merged.findings()).isEqualTo(one.findings());
        assertThat(merged.findings().get(0).build()).isEqualTo(Finding.Build.ANY);
        assertThat(merged.checked()).isEqualTo(one.checked());
        assertThat(merged.skipped()).isEqualTo(one.skipped());
        assertThat(merged.gaps()).isEqualTo(one.gaps());
        assertThat(merged.rules()).isEqualTo(one.rules());
    }
}
