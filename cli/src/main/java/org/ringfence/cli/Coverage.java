package org.ringfence.cli;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ringfence.check.Input;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;

/**
 * What of the inputs was understood. Everything is parsed for it, whether a rule needs it or not.
 */
final class Coverage {
    private static final int SHOWN = 200;

    private final StringBuilder gaps = new StringBuilder();
    private final Map<String, Integer> files = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private int functions;
    private int whole;
    private int count;
    private int skipped;

    Coverage(Iterable<Input> inputs) {
        for (Input input : inputs) {
            if (input instanceof Input.Readable readable) {
                add(readable.subject());
            } else if (input instanceof Input.Skipped no) {
                skipped++;
                gaps.append("  ").append(no.path()).append(": skipped: ").append(no.reason());
                gaps.append('\n');
            }
        }
    }

    private void add(Subject subject) {
        files.merge(subject.kind(), 1, Integer::sum);
        Source source = subject.source();
        List<Gap> found = subject.gaps();
        for (Node root : subject.roots()) {
            functions(root, found);
        }
        for (Gap gap : found) {
            reasons.merge(gap.reason(), 1, Integer::sum);
            if (count++ < SHOWN) {
                gaps.append("  ")
                        .append(source.path())
                        .append(':')
                        .append(source.position(gap.span().start()).line())
                        .append(": ")
                        .append(gap.reason())
                        .append('\n');
            }
        }
    }

    private void functions(Node node, List<Gap> found) {
        if (node.kind().equals("function")) {
            functions++;
            boolean touched =
                    found.stream()
                            .anyMatch(
                                    gap ->
                                            gap.span().end() >= node.span().start()
                                                    && gap.span().start() < node.span().end());
            whole += touched ? 0 : 1;
        } else {
            node.children().forEach(child -> functions(child, found));
        }
    }

    /** Totals first, then why what was not understood, then where. */
    String text() {
        StringBuilder text = new StringBuilder("Coverage\n");
        files.forEach(
                (kind, n) ->
                        text.append("  read: ").append(n).append(' ').append(kind).append('\n'));
        text.append("  not read: ").append(skipped).append('\n');
        if (functions > 0) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "  functions understood as a whole: %d of %d (%.2f %%)%n",
                            whole,
                            functions,
                            100.0 * whole / functions));
        }
        text.append("  not understood: ").append(count).append('\n');
        reasons.entrySet().stream()
                .sorted(Collections.reverseOrder(Map.Entry.comparingByValue()))
                .forEach(
                        e ->
                                text.append("    ")
                                        .append(e.getValue())
                                        .append(" x ")
                                        .append(e.getKey())
                                        .append('\n'));
        text.append(gaps);
        if (count > SHOWN) {
            text.append("  and ").append(count - SHOWN).append(" more\n");
        }
        return text.toString();
    }
}
