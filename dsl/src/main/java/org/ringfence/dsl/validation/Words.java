package org.ringfence.dsl.validation;

import java.util.List;
import java.util.Map;

/** The words that definitions and clauses begin with, and those that others would begin with. */
final class Words {
    static final List<String> DEFINITIONS =
            List.of("rule", "set", "pattern", "source", "guard", "role", "map", "parameter");
    static final List<String> CLAUSES =
            List.of(
                    "title",
                    "severity",
                    "confidence",
                    "topic",
                    "cwe",
                    "status",
                    "within",
                    "let",
                    "match",
                    "flow",
                    "where",
                    "unless",
                    "report",
                    "related",
                    "hint",
                    "limits",
                    "fix",
                    "todo",
                    "bad",
                    "good");

    /** What other tools call a clause. */
    static final Map<String, String> SYNONYMS =
            Map.ofEntries(
                    Map.entry("message", "report"),
                    Map.entry("description", "report"),
                    Map.entry("name", "title"),
                    Map.entry("level", "severity"),
                    Map.entry("priority", "severity"),
                    Map.entry("patterns", "match"),
                    Map.entry("pattern", "match"),
                    Map.entry("find", "match"),
                    Map.entry("if", "where"),
                    Map.entry("when", "where"),
                    Map.entry("require", "where"),
                    Map.entry("except", "unless"),
                    Map.entry("exclude", "unless"),
                    Map.entry("not", "unless"),
                    Map.entry("category", "topic"),
                    Map.entry("guidance", "topic"),
                    Map.entry("note", "hint"),
                    Map.entry("help", "hint"),
                    Map.entry("autofix", "fix"),
                    Map.entry("invalid", "bad"),
                    Map.entry("valid", "good"),
                    Map.entry("ok", "good"));

    private Words() {}
}
