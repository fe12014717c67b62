package org.ringfence.site.html;

import java.util.List;

/**
 * A rule as a topic's page and its own page show it.
 *
 * @param anchor of its card on the page of a topic
 * @param page its own page
 */
public record RuleView(
        String id, String anchor, Ref page, Facts facts, Words words, Examples examples) {

    /**
     * @param otherSeverities those that apply in some cases
     * @param origin where it is written: file and line
     */
    public record Facts(
            String subject,
            String severity,
            List<String> otherSeverities,
            String confidence,
            String status,
            Ref replacedBy,
            List<Ref> cwe,
            List<Ref> topics,
            List<Parameter> parameters,
            String pack,
            String origin) {
        public Facts {
            otherSeverities = List.copyOf(otherSeverities);
            cwe = List.copyOf(cwe);
            topics = List.copyOf(topics);
            parameters = List.copyOf(parameters);
        }

        public boolean deprecated() {
            return status.equals("deprecated");
        }
    }

    /** Texts; an empty one is not shown. */
    public record Words(
            Inline title,
            Inline message,
            List<Inline> related,
            Inline hint,
            Inline limits,
            List<Fix> fixes) {
        public Words {
            related = List.copyOf(related);
            fixes = List.copyOf(fixes);
        }

        /** Says whether there is anything on how to put a finding right. */
        public boolean remedy() {
            return !hint.isEmpty() || !limits.isEmpty() || !fixes.isEmpty();
        }
    }

    /**
     * What a fix does, as a sentence in pieces: {@code Replaces $X by code}.
     *
     * @param safe whether it needs no person's eye
     * @param verb such as {@code Replaces}
     * @param target what is changed, or empty for the whole match
     * @param link what stands before the code
     */
    public record Fix(
            boolean safe,
            String verb,
            String target,
            String link,
            Inline code,
            boolean conditional) {}

    public record Examples(List<Example> avoid, List<Example> prefer) {
        public Examples {
            avoid = List.copyOf(avoid);
            prefer = List.copyOf(prefer);
        }
    }

    /**
     * @param todo whether the rule is known not to get this one right yet
     * @param change what all fixes do to it, line by line; empty where there is none
     */
    public record Example(String label, boolean todo, List<CodeLine> lines, List<CodeLine> change) {
        public Example {
            lines = List.copyOf(lines);
            change = List.copyOf(change);
        }
    }

    /**
     * What a team can set for the rule.
     *
     * @param name without its pack
     * @param about one sentence, or empty
     * @param value as the pack has it
     */
    public record Parameter(String name, String about, String value) {}
}
