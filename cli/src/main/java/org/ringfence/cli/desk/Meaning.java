package org.ringfence.cli.desk;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/** A part of a security descriptor as it is written, and what it means. */
public record Meaning(String written, String words) {
    static final String KIND = "sddl";

    private static final int MOST = 200;

    public Meaning {
        Objects.requireNonNull(written, "written");
        Objects.requireNonNull(words, "words");
    }

    /** The entries, and behind them what Windows would refuse. */
    static List<Meaning> of(Subject descriptors) {
        Source source = descriptors.source();
        return Stream.concat(
                        descriptors.collection("aces").stream()
                                .map(ace -> new Meaning(source.text(ace.span()), words(ace))),
                        descriptors.collection("problems").stream()
                                .map(
                                        problem ->
                                                new Meaning(
                                                        source.text(problem.span()),
                                                        "Not valid: " + text(problem, "message"))))
                .limit(MOST)
                .toList();
    }

    private static String words(Node ace) {
        String who = text(ace, "trustee");
        String rights = text(ace, "rights");
        String meaning =
                switch (text(ace, "type")) {
                    case "A", "OA", "XA" -> "Lets " + who + " " + rights;
                    case "D", "OD", "XD" -> "Keeps from " + who + ": " + rights;
                    case "AU", "OU", "XU" -> "Audits " + who + ": " + rights;
                    case "ML" -> "Labels: " + who;
                    default -> "An entry of the type " + text(ace, "type") + " about " + who;
                };
        boolean later = ace.attribute("inherit-only").equals(new Value.Truth(true));
        return later ? meaning + " (for children only)" : meaning;
    }

    private static String text(Node node, String attribute) {
        return node.attribute(attribute) instanceof Value.Text text ? text.text() : "?";
    }
}
