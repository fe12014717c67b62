package org.ringfence.site;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringfence.site.html.Anchor;
import org.ringfence.site.html.Heading;
import org.ringfence.site.html.Inline;
import org.ringfence.site.html.Views;

/**
 * Reads a change log in the form of <a href="https://keepachangelog.com">Keep a Changelog</a>:
 * {@code ## version}, {@code ### kind}, and a list of changes below each. What is none of these is
 * passed over.
 */
final class ReleaseNotes {
    private final List<Views.Release> releases = new ArrayList<>();
    private final Set<String> anchors = new HashSet<>(Set.of("rf-main"));
    private final List<Views.Changes> changes = new ArrayList<>();
    private final List<Inline> lines = new ArrayList<>();
    private final StringBuilder item = new StringBuilder();
    private String version = "";
    private String kind = "";

    private ReleaseNotes() {}

    static List<Views.Release> of(String changelog) {
        var notes = new ReleaseNotes();
        changelog.lines().forEach(notes::line);
        notes.endVersion();
        return List.copyOf(notes.releases);
    }

    private void line(String line) {
        if (line.startsWith("## ")) {
            endVersion();
            version = line.substring(3).strip();
        } else if (line.startsWith("### ")) {
            endKind();
            kind = line.substring(4).strip();
        } else if (line.startsWith("- ") || line.startsWith("* ")) {
            endItem();
            item.append(line.substring(2).strip());
        } else if (line.startsWith(" ") && !item.isEmpty()) {
            item.append(' ').append(line.strip());
        } else {
            endItem();
        }
    }

    private void endItem() {
        if (!item.isEmpty() && !version.isEmpty()) {
            lines.add(Inline.of(item.toString()));
        }
        item.setLength(0);
    }

    private void endKind() {
        endItem();
        if (!lines.isEmpty()) {
            changes.add(new Views.Changes(kind, lines));
        }
        lines.clear();
        kind = "";
    }

    private void endVersion() {
        endKind();
        if (!version.isEmpty()) {
            String title = version.replace("[", "").replace("]", "");
            var heading = new Heading(title, Anchor.unused(title, anchors), 2);
            releases.add(new Views.Release(heading, changes));
        }
        changes.clear();
    }
}
