package org.ringfence.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ringfence.site.html.Inline;
import org.ringfence.site.html.Views;

class ReleaseNotesTest {
    @Test
    void readsVersionsKindsAndChangesOfSeveralLines() {
        var releases =
                ReleaseNotes.of(
                        """
                        # Changelog

                        Words before.

                        ## [1.1.0] - 2026-01-02
                        ### Added
                        - One `code`
                          and more.
                        * Two

                        ### Fixed
                        - Three

                        ## 1.0
                        - Without a kind
                        """);
        assertThat(releases)
                .extracting(r -> r.heading().text(), r -> r.heading().anchor())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "1.1.0 - 2026-01-02", "1-1-0-2026-01-02"),
                        org.assertj.core.groups.Tuple.tuple("1.0", "1-0"));
        assertThat(releases.get(0).changes())
                .containsExactly(
                        new Views.Changes(
                                "Added",
                                java.util.List.of(
                                        Inline.of("One `code` and more."), Inline.of("Two"))),
                        new Views.Changes("Fixed", java.util.List.of(Inline.of("Three"))));
        assertThat(releases.get(1).changes())
                .containsExactly(
                        new Views.Changes("", java.util.List.of(Inline.of("Without a kind"))));
    }

    @Test
    void whatHasNoVersionHasNoNotes() {
        assertThat(ReleaseNotes.of("- a\n### Added\n- b\n")).isEmpty();
    }
}
