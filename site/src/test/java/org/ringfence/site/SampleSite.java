package org.ringfence.site;

import java.io.IOException;
import java.nio.file.Path;

/** The sample with all that a site may have, for tests of other packages. */
public final class SampleSite {
    private SampleSite() {}

    /** Returns the folder. */
    public static Path write(Path folder) throws IOException {
        Sample.site()
                .withReleaseNotes("## 1.0\n\n### Added\n- `Doors` that\n  close.\n")
                .write(folder);
        return folder;
    }
}
