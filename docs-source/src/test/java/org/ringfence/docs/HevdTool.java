package org.ringfence.docs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringfence.check.Finding;
import org.ringfence.check.Validator;
import org.ringfence.reader.SourceTree;
import org.ringfence.reader.c.CReader;
import org.ringfence.reader.c.Configuration;
import org.ringfence.rule.LoadedPack;
import org.ringfence.rule.PackJson;

/**
 * Runs the built rules over a clone of the public repository
 * hacksysteam/HackSysExtremeVulnerableDriver, whose every weakness has a twin under {@code #ifdef
 * SECURE}, and tells which rule finds which. The first argument is the clone. Each vulnerable half
 * must have its finding and each secure half none; what does not hold ends the tool with 1.
 */
final class HevdTool {
    /** A weakness, and the rule that is to find it. */
    private record Row(String file, String rule) {}

    private static final String COPY = "buf-copy-user-length-fixed";
    private static final String POINTER = "usr-embedded-pointer-no-probe";
    private static final String SOURCE = "buf-copy-len-exceeds-source";
    private static final List<Row> ROWS =
            List.of(
                    new Row("BufferOverflowStack.c", COPY),
                    new Row("BufferOverflowStackGS.c", COPY),
                    new Row("BufferOverflowNonPagedPool.c", COPY),
                    new Row("BufferOverflowNonPagedPoolNx.c", COPY),
                    new Row("BufferOverflowPagedPoolSession.c", COPY),
                    new Row("ArbitraryWrite.c", POINTER),
                    new Row("ArbitraryIncrement.c", POINTER),
                    new Row("WriteNULL.c", POINTER),
                    new Row("DoubleFetch.c", "usr-double-fetch"),
                    new Row("IntegerOverflow.c", "buf-varlen-add-overflow"),
                    new Row("MemoryDisclosureNonPagedPool.c", SOURCE),
                    new Row("MemoryDisclosureNonPagedPoolNx.c", SOURCE));

    /** Prints its value before it probes it, in both halves: what is found there is right. */
    private static final Set<String> BOTH = Set.of("ArbitraryIncrement.c:89 " + POINTER);

    private HevdTool() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).resolve("Driver/HEVD/Windows");
        if (!Files.isDirectory(folder)) {
            throw new IOException(folder + ": no folder of the driver's source");
        }
        Set<String> vulnerable = found(folder, List.of());
        Set<String> secure = found(folder, List.of("SECURE"));
        boolean all = true;
        for (Row row : ROWS) {
            boolean fires = has(vulnerable, row);
            boolean silent = !has(secure, row);
            all &= fires && silent;
            System.out.printf(
                    "%-34s %-32s %-8s %s%n",
                    row.file(),
                    row.rule(),
                    fires ? "found" : "MISSED",
                    silent ? "silent" : "NOISY");
        }
        secure.forEach(finding -> System.out.println("in the secure half: " + finding));
        System.exit(all && secure.isEmpty() ? 0 : 1);
    }

    private static boolean has(Set<String> findings, Row row) {
        return findings.stream()
                .anyMatch(f -> f.startsWith(row.file() + ":") && f.endsWith(" " + row.rule()));
    }

    /** The findings of the rules that are judged here. */
    private static Set<String> found(Path folder, List<String> defined) throws IOException {
        CReader reader = new CReader(Configuration.of("", defined, List.of()));
        SourceTree tree = new SourceTree(List.of(reader), folder);
        Validator validator = new Validator(List.of(pack().pack()), List.of(reader));
        Set<String> rules = ROWS.stream().map(Row::rule).collect(Collectors.toSet());
        Set<String> found = new TreeSet<>();
        for (Finding finding : validator.check(tree.read(List.of(folder))).findings()) {
            String file = Path.of(finding.source().path()).getFileName().toString();
            int line = finding.source().position(finding.span().start()).line();
            String text = file + ":" + line + " " + finding.rule().id();
            if (rules.contains(finding.rule().id())
                    && !(BOTH.contains(text) && !defined.isEmpty())) {
                found.add(text);
            }
        }
        return found;
    }

    private static LoadedPack.Usable pack() throws IOException {
        try (InputStream in = HevdTool.class.getResourceAsStream("/" + PackJson.ENTRY)) {
            return (LoadedPack.Usable) PackJson.read(in, PackJson.ENTRY);
        }
    }
}
