package org.ringfence.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ringfence.kb.search.Hit;
import org.ringfence.site.Site;
import org.ringfence.subject.SubjectReader;

/** Opens pages of the built-in guidance in the user's browser. */
final class PageOpener {
    private final Terminal terminal;
    private final Map<String, String> environment;

    /**
     * @param environment of the process; its BROWSER is asked first
     */
    PageOpener(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = environment;
    }

    /** Opens the page of a hit, and returns what is to be said about that. */
    String open(Hit hit) throws IOException {
        Site site = new Site(BuiltIn.guidance(), List.of(BuiltIn.pack()));
        Optional<String> page = site.servicePages().topic(hit.topicId(), hit.anchor());
        if (page.isEmpty()) {
            return hit.title() + ": only pages of the built-in guidance can be opened";
        }
        Path folder = BuiltIn.cache().resolve("pages");
        write(site, folder);
        String address = folder.toUri() + page.get();
        return start(address) ? "Opened " + address : "No browser could be started for " + address;
    }

    private void write(Site site, Path folder) throws IOException {
        Path stamp = folder.resolveSibling("pages.stamp");
        String program = BuiltIn.fingerprint();
        if (!Files.exists(stamp) || !Files.readString(stamp).equals(program)) {
            if (terminal.live()) {
                terminal.say("Writing the pages (once) ...");
            }
            SiteCommand.whole(
                            site.withReleaseNotes(BuiltIn.changelog()), SubjectReader.onClassPath())
                    .write(folder);
            Files.writeString(stamp, program);
        }
    }

    private boolean start(String address) {
        for (List<String> command : commands(System.getProperty("os.name", ""))) {
            List<String> whole = new ArrayList<>(command);
            whole.add(address);
            try {
                new ProcessBuilder(whole)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                return true;
            } catch (IOException e) {
                // the next one may be there
            }
        }
        return false;
    }

    /** The programs that open an address, on a system. */
    private List<List<String>> commands(String system) {
        List<List<String>> commands = new ArrayList<>();
        String chosen = environment.getOrDefault("BROWSER", "");
        if (!chosen.isBlank()) {
            commands.add(List.of(chosen.split(":")[0]));
        }
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            commands.add(List.of("rundll32", "url.dll,FileProtocolHandler"));
        } else {
            commands.add(List.of(name.startsWith("mac") ? "open" : "xdg-open"));
        }
        return commands;
    }
}
