package org.ringfence.cli.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.TocEntry;
import org.ringfence.kb.Topic;

class ShelfTest {
    private static Topic topic(String id, String title) {
        return new Topic(
                id, title, "", id + ".md", List.of(), List.of(), Map.of(), addresses -> "");
    }

    private static final Shelf SHELF =
            new Shelf(
                    Guidance.of(
                            List.of(
                                    topic("a/doors", "Doors and locks"),
                                    topic("a/keys", "Keys"),
                                    topic("b", "Backdoors")),
                            List.of(
                                    new TocEntry(
                                            "House",
                                            "a/doors",
                                            List.of(new TocEntry("Keys", "a/keys", List.of())))),
                            List.of()),
                    List.of());

    @Test
    void anAreaIsTheFirstLineOfTheTableOfContentsAboveATopic() {
        assertThat(SHELF.areas()).containsExactly("House", "Other");
        assertThat(SHELF.area("a/keys")).isEqualTo("House");
        assertThat(SHELF.area("b")).isEqualTo("Other");
    }

    @Test
    void suggestsWhatBeginsSoBeforeWhatHasAWordThatDoes() {
        assertThat(SHELF.suggestions("lo", 5)).containsExactly("Doors and locks");
        assertThat(SHELF.suggestions(" DOOR", 5)).containsExactly("Doors and locks");
        assertThat(SHELF.suggestions("k", 1)).containsExactly("Keys");
        assertThat(SHELF.suggestions("  ", 5)).isEmpty();
        assertThat(SHELF.suggestions("zzz", 5)).isEmpty();
    }
}
