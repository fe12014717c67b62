package org.ringfence.site;

import java.util.List;
import java.util.Map;
import org.ringfence.check.Report;
import org.ringfence.rule.Severity;

/**
 * What a check found, and what earlier ones did.
 *
 * @param earlier the oldest first
 */
public record Found(Report report, List<Earlier> earlier) {
    public Found {
        earlier = List.copyOf(earlier);
    }

    /**
     * An earlier report.
     *
     * @param label tells it from others, such as a date or the name of its file
     */
    public record Earlier(String label, Map<Severity, Integer> findings) {
        public Earlier {
            findings = Map.copyOf(findings);
        }
    }
}
