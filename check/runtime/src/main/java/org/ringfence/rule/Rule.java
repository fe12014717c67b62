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
     * @param within the match must stand in a function that plays one of these roles; empty where
     *     any place will do
     * @param lets named expressions, each may use those before it
     */
    public record Conditions(
            List<Role> within, List<Let> lets, List<Clause> where, List<Clause> unless) {
        public Conditions {
            within = List.copyOf(within);
            lets = List.copyOf(lets);
            where = List.copyOf(where);
            unless = List.copyOf(unless);
        }
    }

    /**
     * What makes a function play a part.
     *
     * @param function the capture that the function's name is bound to; where an alternative does
     *     not bind it, the function is the match itself
     */
    public record Role(String name, String function, List<Alternative> in) {
        public Role {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(function, "function");
            in = List.copyOf(in);
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

    /** A change that mends a finding. */
    public record Fix(Safety safety, Change change, Condition when) {
        public Fix {
            Objects.requireNonNull(safety, "safety");
            Objects.requireNonNull(change, "change");
            Objects.requireNonNull(when, "when");
        }
    }

    /**
     * How a fix changes the source; a {@code target} is a capture, or empty for the whole match.
     */
    public sealed interface Change {
        /** Other text in place of the target. */
        record Replace(String target, Template code) implements Change {}

        /** A line before or behind the line or the expression that the target is. */
        record Insert(boolean before, String target, Template code) implements Change {}

        /** Another value of an attribute. */
        record Set(Expr element, String attribute, Template value) implements Change {}

        /** One more child of an element, behind its last. */
        record Add(Expr element, Template code) implements Change {}
    }

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
