package org.ringfence.reader.c.flow;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ringfence.check.Input;
import org.ringfence.reader.SourceTree;
import org.ringfence.reader.c.CReader;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Node;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/**
 * Asks every kind of question about every function of the files under the folders given, and prints
 * how long it took and what was unknown. A tool to run by hand, not a test.
 */
final class FlowSurvey {
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Map<String, Integer> answers = new TreeMap<>();
    private int files;
    private int functions;
    private long parsing;
    private long asking;
    private int doubtful;
    private long slowest;
    private String slowestName = "";

    private FlowSurvey() {}

    public static void main(String[] folders) throws IOException {
        FlowSurvey survey = new FlowSurvey();
        for (String folder : folders) {
            Path base = Path.of(folder);
            for (Input input : new SourceTree(List.of(new CReader()), base).read(List.of(base))) {
                if (input instanceof Input.Readable readable) {
                    survey.ask(readable.subject());
                }
            }
        }
        System.out.println(survey.files + " files, " + survey.functions + " functions");
        System.out.println("parse " + survey.parsing / 1_000_000 + " ms");
        System.out.println("flow " + survey.asking / 1_000_000 + " ms");
        System.out.println("slowest " + survey.slowest / 1_000_000 + " ms " + survey.slowestName);
        System.out.println(survey.doubtful + " functions with a path that is unknown");
        survey.answers.forEach((what, count) -> System.out.println(count + " " + what));
        survey.reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(25)
                .forEach(e -> System.out.println(e.getValue() + " unknown: " + e.getKey()));
    }

    /** Nanoseconds of this thread. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private void ask(Subject subject) {
        long start = cpu();
        List<Node> all = subject.collection("functions");
        long parsed = cpu();
        all.forEach(function -> ask(subject, function));
        long end = cpu();
        files++;
        parsing += parsed - start;
        asking += end - parsed;
        if (end - parsed > 1_000_000_000) {
            System.out.println((end - parsed) / 1_000_000 + " ms " + subject.source().path());
        }
    }

    private void ask(Subject subject, Node function) {
        long start = cpu();
        Flow flow = subject.flow().orElseThrow();
        List<Node> calls = new ArrayList<>();
        List<Node> members = new ArrayList<>();
        List<Node> open = new ArrayList<>(List.of(function));
        while (!open.isEmpty()) {
            Node node = open.remove(open.size() - 1);
            if (node.kind().equals("call")) {
                calls.add(node);
            } else if (node.kind().equals("member")) {
                members.add(node);
            }
            List<Node> children = new ArrayList<>(node.children());
            Collections.reverse(children);
            open.addAll(children);
        }
        functions++;
        if (!calls.isEmpty()) {
            paths(flow, calls);
        }
        if (!members.isEmpty() && !calls.isEmpty()) {
            values(flow, members.subList(0, Math.min(3, members.size())), calls);
        }
        long took = cpu() - start;
        if (took > slowest) {
            slowest = took;
            slowestName = subject.source().path() + " " + function.label();
        }
    }

    private void paths(Flow flow, List<Node> calls) {
        Node first = calls.get(0);
        Node last = calls.get(calls.size() - 1);
        List<Node> marks = calls.subList(0, Math.min(2, calls.size()));
        boolean unknown = count("reaches", flow.reaches(first, last));
        unknown |= count("preceded", flow.preceded(last, marks, true));
        unknown |= count("followed", flow.followed(first, List.of(last), true));
        doubtful += unknown ? 1 : 0;
        for (Node call : calls) {
            count("preceded by each", flow.preceded(call, marks, true));
        }
    }

    private void values(Flow flow, List<Node> sources, List<Node> calls) {
        for (Node call : calls) {
            count("guarded", flow.guarded(call, sources, true));
            for (Node argument : call.children().subList(1, call.children().size())) {
                count("carries", flow.carries(sources, argument, new Flow.Way(2, false)).answer());
            }
        }
    }

    private boolean count(String question, Value answer) {
        String what = answer instanceof Value.Truth truth ? "" + truth.value() : "unknown";
        answers.merge(question + " " + what, 1, Integer::sum);
        if (answer instanceof Value.Unknown unknown) {
            String why = unknown.why().replaceAll("what \\S+ does", "what ... does");
            reasons.merge(question + ": " + why, 1, Integer::sum);
            return true;
        }
        return false;
    }
}
