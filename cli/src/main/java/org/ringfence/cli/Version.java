package org.ringfence.cli;

import java.util.Optional;
import picocli.CommandLine;

/** The version of the running program. */
final class Version implements CommandLine.IVersionProvider {
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"ringfence " + number(), "Java " + Runtime.version()};
    }
}
