package org.ringfence.site;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ringfence.rule.Severity;
import org.ringfence.subject.Source;

/** The sample with all that a site may have, for tests of other packages. */
public final class SampleSite {
    private static final Source HOUSE =
            new Source("src/house.c", "int a;\n" + "\n".repeat(20) + "door();\ngate();\n");

    private SampleSite() {}

    /** Returns the folder. */
    public static Path write(Path folder) throws IOException {
        Sample.site()
                .withReleaseNotes("## 1.0\n\n### Added\n- `Doors` that\n  close.\n")
                .withFindings(
                        Sample.report(
                                Sample.finding(HOUSE, "door", Severity.HIGH),
                                Sample.finding(HOUSE, "gate", Severity.LOW)),
                        List.of(new Found.Earlier("monday.json", Map.of(Severity.HIGH, 7))))
                .write(folder);
        return folder;
    }
}
