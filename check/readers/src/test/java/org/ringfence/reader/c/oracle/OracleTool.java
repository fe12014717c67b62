package org.ringfence.reader.c.oracle;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.ringfence.check.Input;
import org.ringfence.reader.SourceTree;
import org.ringfence.reader.c.CReader;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

/**
 * Compares what the reader of C finds in folders with a second opinion, and prints recall and
 * precision of each fact.
 *
 * <pre>OracleTool FOLDER... [--differences N] [--gaps] [--codes]</pre>
 */
final class OracleTool {
    private final Map<Fact, int[]> counts = new EnumMap<>(Fact.class);
    private final PrintStream out;
    private final int wanted;
    private final boolean gaps;
    private final boolean codes;
    private int files;
    private int functions;
    private int functionsWithGaps;
    private int evaluated;
    private int notEvaluated;
    private int definitions;
    private int lost;

    OracleTool(PrintStream out, int differences) {
        this(out, differences, false, false);
    }

    private OracleTool(PrintStream out, int differences, boolean gaps, boolean codes) {
        this.out = out;
        this.wanted = differences;
        this.gaps = gaps;
        this.codes = codes;
        for (Fact fact : Fact.values()) {
            counts.put(fact, new int[3]);
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        int option = words.indexOf("--differences");
        int differences = option < 0 ? 0 : Integer.parseInt(words.get(option + 1));
        OracleTool tool =
                new OracleTool(
                        System.out,
                        differences,
                        words.contains("--gaps"),
                        words.contains("--codes"));
        for (String word : words) {
            if (word.startsWith("--")) {
                break;
            }
            Path folder = Path.of(word).toAbsolutePath();
            SourceTree tree = new SourceTree(List.of(new CReader()), folder);
            for (Input input : tree.read(List.of(folder))) {
                if (input instanceof Input.Readable readable) {
                    tool.compare(readable.subject());
                }
            }
        }
        tool.print();
    }

    /** Adds one file. */
    void compare(Subject subject) {
        files++;
        Source source = subject.source();
        Expected expected = new Expected(source.path(), source.text());
        Seen seen = new Seen(subject);
        functions += seen.functions;
        functionsWithGaps += seen.functionsWithGaps;
        for (Fact fact : Fact.values()) {
            TreeSet<Integer> should = expected.facts.get(fact);
            TreeSet<Integer> does = new TreeSet<>(seen.facts.get(fact));
            boolean inBodies =
                    fact == Fact.CALL
                            || fact == Fact.FIELD
                            || fact == Fact.SWITCH
                            || fact == Fact.CASE
                            || fact == Fact.SEH;
            if (inBodies) {
                does.removeIf(offset -> offset < 0 || !expected.bodies.get(offset));
            }
            int[] count = counts.get(fact);
            for (int offset : should) {
                if (does.contains(offset)) {
                    count[0]++;
                } else {
                    difference(count[1]++, fact, "missing", source, offset);
                }
            }
            for (int offset : does) {
                if (!should.contains(offset)) {
                    difference(count[2]++, fact, "extra", source, offset);
                }
            }
        }
        if (gaps) {
            for (Gap gap : subject.gaps()) {
                show("gap: " + gap.reason(), source, gap.span().start());
            }
        }
        controlCodes(subject);
    }

    /** Definitions in whose text CTL_CODE is called must be control codes or take arguments. */
    private void controlCodes(Subject subject) {
        List<Node> found = subject.collection("control-codes");
        for (Node define : subject.collection("macros")) {
            String text = subject.source().text(define.span());
            if (!text.matches("(?s).*\\bCTL_CODE\\s*\\(.*") || define.label().equals("CTL_CODE")) {
                continue;
            }
            definitions++;
            boolean known =
                    define.attribute("function-like").equals(new Value.Truth(true))
                            || found.stream().anyMatch(code -> code.label().equals(define.label()));
            if (!known) {
                lost++;
                show("no control code", subject.source(), define.span().start());
            }
        }
        for (Node code : subject.collection("control-codes")) {
            Value value = code.attribute("value");
            if (value instanceof Value.Int) {
                evaluated++;
            } else {
                notEvaluated++;
                if (codes) {
                    show("code: " + value, subject.source(), code.span().start());
                }
            }
        }
    }

    private void difference(int soFar, Fact fact, String what, Source source, int offset) {
        if (soFar < wanted) {
            show(what + " " + fact, source, offset);
        }
    }

    private void show(String what, Source source, int offset) {
        if (offset < 0) {
            out.println(what + " at no place of " + source.path());
            return;
        }
        int line = source.position(offset).line();
        out.printf(
                "%s %s:%d:%d: %s%n",
                what,
                source.path(),
                line,
                source.position(offset).column(),
                source.line(line).strip());
    }

    private void print() {
        out.printf(Locale.ROOT, "%d files%n", files);
        for (Fact fact : Fact.values()) {
            int[] count = counts.get(fact);
            out.printf(
                    Locale.ROOT,
                    "%-11s %7d found %5d missing %5d extra  recall %7.3f %%  precision %7.3f %%%n",
                    fact,
                    count[0],
                    count[1],
                    count[2],
                    recall(fact),
                    precision(fact));
        }
        out.printf(
                Locale.ROOT,
                "%d functions, %d with a gap (%.3f %% without); %d control codes evaluated, %d not;"
                        + " %d defines with CTL_CODE, %d lost%n",
                functions,
                functionsWithGaps,
                100.0 * (functions - functionsWithGaps) / Math.max(1, functions),
                evaluated,
                notEvaluated,
                definitions,
                lost);
    }

    int found(Fact fact) {
        return counts.get(fact)[0];
    }

    /** In percent. */
    double recall(Fact fact) {
        int[] count = counts.get(fact);
        return 100.0 * count[0] / Math.max(1, count[0] + count[1]);
    }

    /** In percent. */
    double precision(Fact fact) {
        int[] count = counts.get(fact);
        return 100.0 * count[0] / Math.max(1, count[0] + count[2]);
    }
}
