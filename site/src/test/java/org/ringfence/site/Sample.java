package org.ringfence.site;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ringfence.check.Finding;
import org.ringfence.check.Input;
import org.ringfence.check.Report;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Link;
import org.ringfence.kb.Section;
import org.ringfence.kb.TocEntry;
import org.ringfence.kb.Topic;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Confidence;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Origin;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.Severity;
import org.ringfence.rule.Template;
import org.ringfence.rule.TopicRef;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;
import org.ringfence.subject.Vocabulary;

/** A small guidance and its rules. */
final class Sample {
    static final String DOOR = "doors/closing";
    private static final Origin ORIGIN = new Origin("doors/doors.rules", 7, 1);

    private Sample() {}

    static Site site() {
        return new Site(guidance(), List.of(pack(closing(), locking())))
                .withExamples(Sample::outcome)
                .withLanguage(List.of(vocabulary()), Map.of("rule", "'rule' ID"));
    }

    static Examples.Outcome outcome(Rule rule, Rule.Example example) {
        return example.kind() == Rule.Example.Kind.BAD
                ? new Examples.Outcome(List.of(mark(2, "the `door` stays open")), "")
                : Examples.Outcome.NONE;
    }

    /** A finding that points to the first four characters of a line. */
    static Examples.Mark mark(int line, String message) {
        return new Examples.Mark(
                new Examples.Place(line, 1, 4),
                "high",
                message,
                List.of(new Examples.Step(1, "enter()", "comes in")));
    }

    static Guidance guidance() {
        var toc =
                List.of(
                        new TocEntry("Welcome", "index", List.of()),
                        new TocEntry(
                                "Doors",
                                "doors",
                                List.of(
                                        new TocEntry("Closing doors", DOOR, List.of()),
                                        new TocEntry("Locks", "doors/locks", List.of()))),
                        new TocEntry(
                                "People", "", List.of(new TocEntry("Trust", "trust", List.of()))));
        return Guidance.of(
                List.of(
                        topic("index", "House rules", "<p>See <a href='t'>doors</a>.</p>", DOOR),
                        topic("doors", "Doors", "<p>All about doors.</p>", ""),
                        doors(),
                        topic("doors/locks", "Locks", "<p>Lock it.</p>", "doors"),
                        with(
                                topic("trust", "Trust", "<p>People.</p>", ""),
                                Map.of("not-checkable", List.of("no tool sees `trust`"))),
                        topic("stray", "A stray page", "<p>Not in the contents.</p>", "")),
                toc,
                List.of());
    }

    private static Topic doors() {
        String body =
                "<p>Close it.</p><h2 id=\"why\">Why</h2><table><tr><td>a</td></tr></table>"
                        + "<h3 id=\"rules\">Rules</h3>"
                        + "<figure class=\"example avoid\"><figcaption>Avoid: bad.c</figcaption>"
                        + "<pre><code>a();\nopen(); //!! close-door\n</code></pre></figure>"
                        + "<p><a href='t'>locks</a> <a href='i'>plan</a> <img src='i' alt='plan'></p>";
        var sections =
                List.of(
                        new Section("", "", 1, 1, "Close it.", List.of()),
                        new Section("why", "Why", 2, 3, "a", List.of()),
                        new Section("rules", "Rules", 3, 5, "", List.of()));
        var links =
                List.of(
                        new Link("t", "locks", 1, 1, new Link.ToTopic("doors/locks", "")),
                        new Link("i", "plan", 1, 9, new Link.ToFile("doors/plan.png")));
        return new Topic(
                DOOR,
                "Closing doors",
                "Close doors behind you.",
                DOOR + ".md",
                sections,
                links,
                Map.of(
                        "checklist",
                        List.of("C1"),
                        "sources",
                        List.of("https://example.org/a", "A book")),
                addresses ->
                        body.replace("'t'", '"' + addresses.of("t").orElseThrow() + '"')
                                .replace("'i'", '"' + addresses.of("i").orElseThrow() + '"'));
    }

    /** A topic whose link {@code t} leads to another topic. */
    static Topic topic(String id, String title, String body, String target) {
        var links =
                target.isEmpty()
                        ? List.<Link>of()
                        : List.of(new Link("t", "x", 1, 1, new Link.ToTopic(target, "")));
        return new Topic(
                id,
                title,
                "About " + title + ".",
                id + ".md",
                List.of(new Section("", "", 1, 1, "text", List.of())),
                links,
                Map.of(),
                addresses -> body.replace("'t'", '"' + addresses.of("t").orElse("") + '"'));
    }

    static Topic with(Topic topic, Map<String, List<String>> attributes) {
        return new Topic(
                topic.id(),
                topic.title(),
                topic.summary(),
                topic.path(),
                topic.sections(),
                topic.links(),
                attributes,
                topic.body());
    }

    static RulePack pack(Rule... rules) {
        return new RulePack("house", "1.2", List.of(), List.of(), List.of(rules));
    }

    static Rule closing() {
        return rule(
                "close-door",
                "A door is left open",
                List.of(new TopicRef(DOOR, "why"), new TopicRef("doors/locks", "")),
                List.of(
                        example(
                                Rule.Example.Kind.BAD,
                                "an open door",
                                "enter();\nopen(); //!! $X=1"),
                        example(Rule.Example.Kind.BAD, "", "x();\nopen();"),
                        example(Rule.Example.Kind.GOOD, "a closed door", "open();\nclose();")));
    }

    static Rule locking() {
        var todo = new Rule.Example(Rule.Example.Kind.BAD, true, "not yet", "a\nb", "", ORIGIN);
        return rule(
                "lock-door",
                "A door is not locked",
                List.of(new TopicRef("gone/topic", "")),
                List.of(example(Rule.Example.Kind.BAD, "", "a();\nleave();"), todo));
    }

    /** A finding of {@link #closing} that points to a word of a text, with the way of a value. */
    static Finding finding(Source source, String word, Severity severity) {
        int at = source.text().indexOf(word);
        var span = new Span(at, at + word.length());
        return new Finding(
                closing(),
                severity,
                Confidence.HIGH,
                source,
                span,
                "`" + word + "` stays <open>",
                List.of(new Finding.Related(new Span(0, 1), "the house begins here")),
                List.of(new Finding.Step(source, new Span(0, 1), "taken here")),
                List.of(),
                Map.of(),
                List.of(),
                Finding.Build.ANY);
    }

    static Report report(Finding... findings) {
        return new Report(
                List.of(findings),
                List.of(closing()),
                new TreeMap<>(Map.of("house", 3)),
                List.of(new Input.Skipped("cellar.c", "it is dark")),
                List.of(),
                List.of(),
                List.of());
    }

    static Rule.Example example(Rule.Example.Kind kind, String label, String code) {
        String fixed = kind == Rule.Example.Kind.BAD ? "enter();\nclose();" : "";
        return new Rule.Example(kind, false, label, code, fixed, ORIGIN);
    }

    static Rule rule(String id, String title, List<TopicRef> topics, List<Rule.Example> examples) {
        var message =
                new Template(
                        List.of(
                                new Template.Plain("`open` leaves "),
                                new Template.Hole(new Expr.Capture("DOOR")),
                                new Template.Plain(" open")));
        var holds = new Condition.Holds(new Expr.Capture("DOOR"));
        return new Rule(
                id,
                title,
                "house",
                new Rule.Classification(
                        List.of(
                                new Rule.SeverityCase(Severity.CRITICAL, holds),
                                new Rule.SeverityCase(Severity.HIGH, Condition.ALWAYS)),
                        Confidence.MEDIUM,
                        topics,
                        List.of(782),
                        Rule.Status.STABLE,
                        ""),
                new Query.Each("DOOR", new Expr.Collection("doors")),
                new Rule.Conditions(List.of(), List.of(), List.of(), List.of()),
                new Rule.Wording(
                        "", message, List.of(), "Close it with `close`.", "Sees no gates."),
                List.of(
                        new Rule.Fix(
                                Rule.Safety.SAFE,
                                new Rule.Change.Replace(
                                        "DOOR",
                                        new Template(List.of(new Template.Plain("close()")))),
                                Condition.ALWAYS)),
                examples,
                List.of(),
                new TreeSet<>(),
                ORIGIN);
    }

    static Vocabulary vocabulary() {
        return new Vocabulary(
                "house",
                Map.of(
                        "door",
                        new Vocabulary.Kind(
                                "What one goes through.",
                                Map.of(
                                        "open",
                                        new Vocabulary.Attribute(
                                                Vocabulary.Type.TRUTH,
                                                "whether it is open",
                                                false)),
                                false)),
                Map.of("doors", "door"),
                Map.of(
                        "width",
                        new Vocabulary.Function(
                                List.of(Vocabulary.Type.ELEMENT),
                                Vocabulary.Type.NUMBER,
                                "how wide it is")),
                Map.of("DOOR_WIDE", 0x200L),
                Map.of("room", "room"),
                Set.of());
    }
}
