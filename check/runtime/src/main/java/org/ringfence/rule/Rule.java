package org.ringfence.rule;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A rule.
 *
 * @param id unique in its pack; the id of SARIF results and the address of its page
 * @param title a noun phrase without a full stop
 * @param subject the vocabulary it is written for
 * @param required words that any match needs: at least one of each inner list must be in {@link
 *     org.ringfence.subject.Subject#words}; empty where nothing is known
 * @param features what an engine must be able to do to run it
 */
public record Rule(
        String id,
        String title,
        String subject,
        Classification classification,
        Query query,
        Conditions conditions,
        Wording wording,
        List<Fix> fixes,
        List<Example> examples,
        List<List<String>> required,
        SortedSet<String> features,
        Origin origin) {
    public Rule {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(classification, "classification");
        Objects.requireNonNull(query, "query");
        Objects.requireNonNull(conditions, "conditions");
        Objects.requireNonNull(wording, "wording");
        fixes = List.copyOf(fixes);
        examples = List.copyOf(examples);
        required = required.stream().map(List::copyOf).toList();
        features = Collections.unmodifiableSortedSet(new TreeSet<>(features));
        Objects.requireNonNull(origin, "origin");
    }

    /**
     * @param severities tried in order; the first that applies counts, and the last one has no
     *     condition
     */
    public record Classification(
            List<SeverityCase> severities,
            Confidence confidence,
            List<TopicRef> topics,
            List<Integer> cwe,
            Status status,
            String replacedBy) {
        public Classification {
            severities = List.copyOf(severities);
            topics = List.copyOf(topics);
            cwe = List.copyOf(cwe);
        }

        /** The severity where no condition applies. */
        public Severity severity() {
            return severities.get(severities.size() - 1).severity();
        }
    }

    public record SeverityCase(Severity severity, Condition when) {}

    public enum Status {
        EXPERIMENTAL,
        STABLE,
        DEPRECATED
    }

    /**
     * @param lets named expressions, each may use those before it
     */
    public record Conditions(List<Let> lets, List<Clause> where, List<Clause> unless) {
        public Conditions {
            lets = List.copyOf(lets);
            where = List.copyOf(where);
            unless = List.copyOf(unless);
        }
    }

    public record Let(String variable, Expr value) {}

    public record Clause(Condition condition, Origin origin) {}

    /**
     * @param at the capture that findings point to, or empty for the whole match
     * @param hint what to do, or empty
     * @param limits what the rule cannot see, or empty
     */
    public record Wording(
            String at, Template message, List<Related> related, String hint, String limits) {
        public Wording {
            related = List.copyOf(related);
        }
    }

    public record Related(String at, Template message) {}

    /** Replaces the text of a capture (the whole match where {@code target} is empty). */
    public record Fix(Safety safety, String target, Template replacement, Condition when) {}

    public enum Safety {
        /** keeps every intended behaviour */
        SAFE,
        /** wants a person's eye */
        REVIEW
    }

    /**
     * A test that is also documentation.
     *
     * @param label what it shows, or empty
     * @param code with test markers, common indentation removed
     * @param fixed the text after all fixes, or an empty text where the author gave none
     * @param origin of the first character of the example's keyword
     */
    public record Example(
            Kind kind, boolean todo, String label, String code, String fixed, Origin origin) {
        public enum Kind {
            BAD,
            GOOD
        }
    }
}
