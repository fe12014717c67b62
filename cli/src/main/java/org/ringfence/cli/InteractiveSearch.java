package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ringfence.cli.browse.Browse;
import org.ringfence.cli.browse.Source;
import org.ringfence.kb.Topic;
import org.ringfence.kb.search.GuidanceIndex;
import org.ringfence.kb.search.Hit;

/** {@code ringfence search} without words. */
final class InteractiveSearch {
    private static final int HITS = 30;

    private final Terminal terminal;
    private final Map<String, String> environment;

    InteractiveSearch(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    /**
     * Runs until the person leaves.
     *
     * @param dir of the index
     * @param builtIn whether that is the index of the built-in guidance, whose pages can be read
     */
    int run(Path dir, boolean builtIn) throws IOException {
        boolean ran = false;
        if (terminal.live()) {
            try (GuidanceIndex index = GuidanceIndex.open(dir)) {
                ran = Browse.run(new Pages(index, builtIn), terminal.style());
            }
        }
        if (!ran) {
            throw new UsageError(
                    "there is nothing to look for: write words behind `ringfence search`, or use it"
                            + " on a terminal to search while you type");
        }
        return ExitCode.CLEAN;
    }

    private final class Pages implements Source {
        private final GuidanceIndex index;
        private final boolean builtIn;

        Pages(GuidanceIndex index, boolean builtIn) {
            this.index = index;
            this.builtIn = builtIn;
        }

        @Override
        public List<Hit> find(String query) throws IOException {
            return index.search(query, HITS);
        }

        @Override
        public List<String> read(Hit hit) throws IOException {
            if (builtIn) {
                return BuiltIn.guidance().topic(hit.topicId()).stream()
                        .flatMap(topic -> lines(topic).stream())
                        .toList();
            }
            // an index knows where its pages lay, not where they lie now
            return List.of(
                    "# " + hit.title(),
                    "",
                    hit.path(),
                    "",
                    String.join("\n", hit.passages().stream().map(Hit.Passage::text).toList()));
        }

        private static List<String> lines(Topic topic) {
            return topic.body().texts().get(0).lines().toList();
        }

        @Override
        public String open(Hit hit) throws IOException {
            return builtIn
                    ? new PageOpener(terminal, environment).open(hit)
                    : "The page is " + hit.path();
        }
    }
}
