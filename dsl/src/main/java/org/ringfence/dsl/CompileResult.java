package org.ringfence.dsl;

import java.util.List;
import java.util.Objects;
import org.ringfence.rule.RulePack;

/**
 * What came of a compile.
 *
 * @param pack the rules without an error; its name is empty where no file with rules names it
 * @param diagnostics by file and place
 */
public record CompileResult(RulePack pack, List<Diagnostic> diagnostics) {
    public CompileResult {
        Objects.requireNonNull(pack, "pack");
        diagnostics = diagnostics.stream().sorted().toList();
    }

    /** Whether nothing was wrong, warnings aside; only then is the pack whole. */
    public boolean ok() {
        return diagnostics.stream().noneMatch(d -> d.severity() == Diagnostic.Severity.ERROR);
    }
}
