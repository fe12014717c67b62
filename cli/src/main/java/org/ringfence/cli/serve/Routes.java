package org.ringfence.cli.serve;

import java.util.List;
import java.util.Set;

/** Where things are, below the address of the server. */
final class Routes {
    static final String API = "/api/";
    static final String SEARCH_PAGE = "/search/index.html";
    static final String TRY_PAGE = "/try/index.html";
    static final String HEALTH = "/health";
    static final String METRICS = "/metrics";
    static final String OPENAPI = "/api/openapi.json";

    /** For those who watch the server; answered also under load. */
    static final Set<String> WATCH = Set.of(HEALTH, METRICS);

    private static final List<String> LABELS =
            List.of(
                    "/api/search",
                    "/api/suggest",
                    "/api/topics",
                    "/api/rules",
                    "/api/check",
                    OPENAPI,
                    "/search",
                    "/try",
                    HEALTH,
                    METRICS);

    private Routes() {}

    /** One of a few names for all paths, so that what clients write cannot make more. */
    static String label(String path) {
        return LABELS.stream()
                .filter(label -> path.equals(label) || path.startsWith(label + "/"))
                .findFirst()
                .orElse("site");
    }
}
