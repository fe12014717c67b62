package org.ringfence.kb.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ringfence.kb.Link;
import org.ringfence.kb.Topic;

class LinkGraphTest {

    private static Topic page(String id, String... targets) {
        var plain = Samples.topic(id, id, "text");
        var links =
                Stream.of(targets)
                        .map(to -> new Link(to, to, 1, 1, new Link.ToTopic(to, "")))
                        .toList();
        return new Topic(id, id, "", plain.path(), plain.sections(), links, Map.of(), plain.body());
    }

    private static int linked(LinkGraph graph, String id) {
        return graph.of(id).linked();
    }

    @Test
    void countsPagesThatLinkOnCoarseScales() {
        var graph =
                new LinkGraph(
                        Samples.of(page("a", "c"), page("b", "c"), page("d", "c"), page("c", "a")));

        assertThat(linked(graph, "b")).isZero();
        assertThat(linked(graph, "a")).isEqualTo(2);
        assertThat(linked(graph, "c")).isEqualTo(4);
        assertThat(graph.of("b").rank()).isZero();
        assertThat(graph.of("c").rank()).isGreaterThan(graph.of("b").rank());
    }

    @Test
    void countsRepeatedLinksOnceAndThoseToThePageItselfOrToNoneNever() {
        var graph = new LinkGraph(Samples.of(page("a", "b", "b", "a", "gone"), page("b")));

        assertThat(List.of(linked(graph, "a"), linked(graph, "b"))).containsExactly(0, 2);
    }

    @Test
    void favoursWhatFavouredPagesLinkTo() {
        var graph =
                new LinkGraph(
                        Samples.of(
                                page("x", "hub"),
                                page("y", "hub"),
                                page("z", "hub"),
                                page("hub", "from-hub"),
                                page("w", "from-w"),
                                page("from-hub"),
                                page("from-w")));

        assertThat(linked(graph, "from-hub")).isEqualTo(linked(graph, "from-w"));
        assertThat(graph.of("from-hub").rank()).isGreaterThan(graph.of("from-w").rank());
    }
}
