package org.ringfence.subject;

import java.util.Optional;

/** The files that lie around a source and that it may include. May be used by many threads. */
public interface Neighbours {
    /** Nothing is at hand. */
    Neighbours NONE =
            new Neighbours() {
                @Override
                public Optional<String> path(String from, String name) {
                    return Optional.empty();
                }

                @Override
                public Optional<Source> open(String path) {
                    return Optional.empty();
                }
            };

    /**
     * The file that is meant.
     *
     * @param from the path of the source that names it, as {@link Source#path}
     * @param name as written there, without quotes
     */
    Optional<String> path(String from, String name);

    /**
     * A file by what {@link #path} answered.
     *
     * @return empty if it cannot be read
     */
    Optional<Source> open(String path);
}
