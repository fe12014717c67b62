package org.ringfence.dsl.pack;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import org.ringfence.rule.Alternative;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Confidence;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Origin;
import org.ringfence.rule.PackProvider;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.rule.Severity;
import org.ringfence.rule.Template;
import org.ringfence.rule.TopicRef;
import org.ringfence.subject.Pattern;

/** Packs as records, and packs as classes, which are loaded as another tool would. */
final class Packs {
    private static final Origin ORIGIN = new Origin("a/b.rules", 12, 5);

    private Packs() {}

    static RulePack pack(String name, Rule... rules) {
        return new RulePack(
                name,
                "1.0.0",
                List.of(new RulePack.TopicSummary("doors/open", "Open doors", "Close them.")),
                List.of(),
                List.of(rules));
    }

    static Rule rule(String id, List<Expr> items, String code) {
        return new Rule(
                id,
                "A door is opened",
                "c",
                new Rule.Classification(
                        List.of(
                                new Rule.SeverityCase(
                                        Severity.LOW,
                                        new Condition.In(
                                                new Expr.Capture("X"), new Expr.Set("s", items))),
                                new Rule.SeverityCase(Severity.HIGH, Condition.ALWAYS)),
                        Confidence.HIGH,
                        List.of(new TopicRef("doors/open", "why")),
                        List.of(782),
                        Rule.Status.DEPRECATED,
                        "newer"),
                new Query.Match(
                        List.of(
                                new Query.Step(
                                        List.of(
                                                new Alternative(
                                                        new Pattern.Exact(
                                                                "call",
                                                                "",
                                                                List.of(new Pattern.Capture("X"))),
                                                        Condition.ALWAYS,
                                                        "open($X)")),
                                        "CALL"))),
                new Rule.Conditions(List.of(), List.of(), List.of(), List.of()),
                new Rule.Wording(
                        "",
                        new Template(
                                List.of(
                                        new Template.Hole(new Expr.Capture("X")),
                                        new Template.Plain(" opens"))),
                        List.of(),
                        "Close it",
                        "Windows are not seen"),
                List.of(),
                List.of(
                        new Rule.Example(
                                Rule.Example.Kind.BAD, false, "a door", code, "shut(a)\n", ORIGIN),
                        new Rule.Example(Rule.Example.Kind.GOOD, true, "", "shut(a)", "", ORIGIN)),
                List.of(List.of("open")),
                new TreeSet<>(List.of("match", "severity-when")),
                ORIGIN);
    }

    /** Sees the runtime and one jar, as another tool would. */
    static URLClassLoader loader(Path folder, byte[] jar) throws IOException {
        Path file = Files.write(folder.resolve("pack.jar"), jar);
        return new URLClassLoader(
                new URL[] {file.toUri().toURL()}, PackProvider.class.getClassLoader());
    }
}
