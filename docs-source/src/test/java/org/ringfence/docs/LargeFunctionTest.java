package org.ringfence.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ringfence.check.Input;
import org.ringfence.check.Report;
import org.ringfence.check.Validator;
import org.ringfence.reader.c.CReader;
import org.ringfence.rule.LoadedPack;
import org.ringfence.rule.PackJson;
import org.ringfence.rule.RulePack;
import org.ringfence.subject.Source;

/** A function that no person wrote is given up, by name, and does not hold the check up. */
class LargeFunctionTest {
    private static final int LINES = 50_000;

    @Test
    @Timeout(60)
    void aFunctionOfFiftyThousandLinesIsIncompleteWithItsName() throws IOException {
        String lines =
                IntStream.range(0, LINES)
                        .mapToObj(
                                i ->
                                        i % 2 == 0
                                                ? "if (n == " + i + ") { size = in; }\n"
                                                : "RtlCopyMemory(local, from, size);\n")
                        .collect(Collectors.joining());
        String code =
                "void Generated(PIO_STACK_LOCATION s, PVOID from, ULONG n) {\n"
                        + "UCHAR local[16];\n"
                        + "ULONG in = s->Parameters.DeviceIoControl.InputBufferLength;\n"
                        + "ULONG size = in;\n"
                        + lines
                        + "}\n";
        CReader reader = new CReader();
        Input input = new Input.Readable(reader.read(new Source("a.c", code)));
        Report report = new Validator(List.of(pack()), List.of(reader)).check(List.of(input));
        assertThat(report.givenUp())
                .contains(
                        new Report.GivenUp(
                                "a.c",
                                "buf-copy-user-length-fixed",
                                "the rule needs more steps here than its budget allows, in"
                                        + " `Generated`"));
    }

    private static RulePack pack() throws IOException {
        try (InputStream in = LargeFunctionTest.class.getResourceAsStream("/" + PackJson.ENTRY)) {
            return ((LoadedPack.Usable) PackJson.read(in, PackJson.ENTRY)).pack();
        }
    }
}
