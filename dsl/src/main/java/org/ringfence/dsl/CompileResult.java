package org.ringfence.dsl;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringfence.rule.RulePack;

/**
 * What came of a compile.
 *
 * @param pack the rules without an error; its name is empty where no file with rules names it
 * @param diagnostics by file and place
 * @param sources the texts that were compiled, by the names that diagnostics call them
 */
public record CompileResult(
        RulePack pack, List<Diagnostic> diagnostics, SortedMap<String, String> sources) {
    public CompileResult {
        Objects.requireNonNull(pack, "pack");
        diagnostics = diagnostics.stream().sorted().toList();
        sources = Collections.unmodifiableSortedMap(new TreeMap<>((Map<String, String>) sources));
    }

    /** Whether nothing was wrong, warnings aside; only then is the pack whole. */
    public boolean ok() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
    }
}
