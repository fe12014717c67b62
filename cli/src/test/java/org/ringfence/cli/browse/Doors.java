package org.ringfence.cli.browse;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ringfence.kb.search.Hit;

/** A source of two pages; every query finds both. */
final class Doors implements Source {
    final List<String> asked = new ArrayList<>();

    private static Hit hit(String id, String title, String heading) {
        return new Hit(
                id,
                title,
                "",
                heading,
                id + ".md",
                1,
                List.of(new Hit.Passage("All about\n" + title + "\033[2J.", List.of())),
                List.of(""));
    }

    @Override
    public List<Hit> find(String query) {
        asked.add(query);
        return List.of(hit("doors", "Doors", "Doors"), hit("locks", "Locks", "Keys"));
    }

    @Override
    public List<String> read(Hit hit) {
        return Stream.concat(
                        Stream.of("# " + hit.title(), "Evil\033[2J text that is wide", "## Keys"),
                        IntStream.range(0, 20).mapToObj(i -> "line " + i))
                .toList();
    }

    @Override
    public String open(Hit hit) {
        return "Opened " + hit.topicId();
    }
}
