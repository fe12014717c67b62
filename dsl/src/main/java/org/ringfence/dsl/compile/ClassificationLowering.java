package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.ringfence.dsl.rules.ConfidenceClause;
import org.ringfence.dsl.rules.CweClause;
import org.ringfence.dsl.rules.RulesPackage.Literals;
import org.ringfence.dsl.rules.SeverityClause;
import org.ringfence.dsl.rules.StatusClause;
import org.ringfence.dsl.rules.TopicClause;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Confidence;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Severity;
import org.ringfence.rule.TopicRef;

/** Compiles the clauses that say how bad, how sure and about what. */
final class ClassificationLowering {
    private static final Places PLACES = Places.OF_FILE;

    private final RuleScope rule;
    private final ClauseList clauses;
    private final Captures captures;

    ClassificationLowering(RuleScope rule, ClauseList clauses, Captures captures) {
        this.rule = rule;
        this.clauses = clauses;
        this.captures = captures;
    }

    Rule.Classification lower() {
        Optional<StatusClause> status = clauses.atMostOne(StatusClause.class, "status");
        return new Rule.Classification(
                severities(),
                clauses.atMostOne(ConfidenceClause.class, "confidence")
                        .map(c -> confidence(c))
                        .orElse(Confidence.MEDIUM),
                topics(),
                clauses.all(CweClause.class).stream().flatMap(c -> cwe(c).stream()).toList(),
                status.map(this::status).orElse(Rule.Status.STABLE),
                status.map(this::replacement).orElse(""));
    }

    /** The constant whose name in lower case is the word; else the first, after reporting. */
    private <E extends Enum<E>> E word(
            EObject clause, EStructuralFeature feature, String word, E[] values) {
        List<String> words =
                Arrays.stream(values)
                        .map(v -> v.name().toLowerCase(java.util.Locale.ROOT))
                        .toList();
        int index = words.indexOf(word);
        if (index < 0) {
            rule.problems()
                    .error(
                            PLACES.of(clause, feature),
                            ProblemCode.UNKNOWN_WORD,
                            "`" + word + "` is none of `" + String.join("`, `", words) + "`",
                            Suggestion.of(word, words));
        }
        return values[Math.max(0, index)];
    }

    private List<Rule.SeverityCase> severities() {
        List<SeverityClause> all = clauses.all(SeverityClause.class);
        List<Rule.SeverityCase> cases = new ArrayList<>();
        for (SeverityClause clause : all) {
            if (clause.getCond() != null) {
                rule.needs("severity-when");
                cases.add(
                        new Rule.SeverityCase(
                                severity(clause),
                                new ConditionLowering(rule)
                                        .lower(clause.getCond(), captures.copy())));
            }
        }
        Optional<SeverityClause> otherwise =
                clauses.atMostOne(
                        all.stream().filter(c -> c.getCond() == null).toList(), "severity");
        if (otherwise.isPresent()) {
            cases.add(new Rule.SeverityCase(severity(otherwise.get()), Condition.ALWAYS));
        } else {
            clauses.missing("severity", "write `severity high` or another level");
        }
        return cases;
    }

    private Severity severity(SeverityClause clause) {
        return word(clause, Literals.SEVERITY_CLAUSE__LEVEL, clause.getLevel(), Severity.values());
    }

    private Confidence confidence(ConfidenceClause clause) {
        return word(
                clause, Literals.CONFIDENCE_CLAUSE__LEVEL, clause.getLevel(), Confidence.values());
    }

    // --- status

    private Rule.Status status(StatusClause clause) {
        Rule.Status status =
                word(
                        clause,
                        Literals.STATUS_CLAUSE__STATE,
                        clause.getState(),
                        Rule.Status.values());
        if (clause.getReplacement() != null && !clause.getState().equals("deprecated")) {
            rule.problems()
                    .error(
                            PLACES.keyword(clause, "replaced"),
                            ProblemCode.TYPE,
                            "only a `deprecated` rule is replaced");
        }
        return status;
    }

    private String replacement(StatusClause clause) {
        if (clause.getReplacement() == null) {
            return "";
        }
        if (clause.getReplacement().eIsProxy()) {
            rule.problems().reportedElsewhere();
            return "";
        }
        return clause.getReplacement().getName();
    }

    // --- topics and weaknesses

    private List<TopicRef> topics() {
        List<TopicRef> topics = new ArrayList<>();
        for (TopicClause clause : clauses.all(TopicClause.class)) {
            for (int i = 0; i < clause.getTopics().size(); i++) {
                String raw = clause.getTopics().get(i);
                Place place = PLACES.of(clause, Literals.TOPIC_CLAUSE__TOPICS, i);
                topics.add(topic(raw, place));
            }
        }
        if (topics.isEmpty()) {
            clauses.missing("topic", "name the guidance that it enforces");
        }
        return topics;
    }

    private TopicRef topic(String raw, Place place) {
        boolean quoted = raw.startsWith("\"");
        String written = quoted ? rule.literals().string(raw, place.offset()).text() : raw;
        int start = place.offset() + (quoted ? 1 : 0);
        int hash = written.indexOf('#');
        String id = hash < 0 ? written : written.substring(0, hash);
        String section = hash < 0 ? "" : written.substring(hash + 1);
        var guidance = rule.workspace().guidance();
        var topic = guidance.topic(id);
        if (topic.isEmpty()) {
            rule.problems()
                    .error(
                            new Place(start, id.length()),
                            ProblemCode.DANGLING_TOPIC,
                            "the guidance has no topic `" + id + "`",
                            Suggestion.of(guidance.nearest(id)));
        } else if (!section.isEmpty() && topic.get().section(section).isEmpty()) {
            List<String> anchors = topic.get().sections().stream().map(s -> s.anchor()).toList();
            rule.problems()
                    .error(
                            new Place(start + hash + 1, section.length()),
                            ProblemCode.DANGLING_TOPIC,
                            "the topic `" + id + "` has no section `" + section + "`",
                            Suggestion.of(section, anchors));
        }
        return new TopicRef(id, section);
    }

    private List<Integer> cwe(CweClause clause) {
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < clause.getIds().size(); i++) {
            String raw = clause.getIds().get(i);
            if (raw.matches("[1-9]\\d{0,5}")) {
                ids.add(Integer.valueOf(raw));
            } else {
                rule.problems()
                        .error(
                                PLACES.of(clause, Literals.CWE_CLAUSE__IDS, i),
                                ProblemCode.LITERAL,
                                "`" + raw + "` is no number of a CWE entry");
            }
        }
        return ids;
    }
}
