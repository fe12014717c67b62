package org.ringfence.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a pack holds, reading it ends soon and says what is wrong, in which pack and where. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class HostilePackTest {
    private static final String RULE =
            """
            {"id": "ID", "title": "T", "on": "c", "features": ["match"],
              "severity": [{"level": "low"}], "confidence": "high", "status": "stable",
              "query": {"match": [{"alternatives": [
                {"written": "$_", "pattern": {"kind": "call"}}]}]}, "cwe": [1],
              "message": [{"plain": "It jumps"}],
              "origin": {"file": "a.rules", "line": 1, "column": 1}}""";

    private static final String ALTERNATIVE =
            "{\"written\": \"$_\", \"pattern\": {\"kind\": \"call\"}}";

    private static String rule(String id) {
        return RULE.replace("ID", id);
    }

    private static String pack(String... rules) {
        return "{\"ringfence-pack\": 2, \"name\": \"acme\", \"version\": \"1\", \"topics\": [],\n"
                + " \"rules\": ["
                + String.join(",\n", rules)
                + "]}";
    }

    private static LoadedPack read(byte[] json) throws IOException {
        return PackJson.read(new ByteArrayInputStream(json), "x.json");
    }

    private static LoadedPack read(String json) throws IOException {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /** Why a pack is refused as a whole. */
    private static String refusal(String json) throws IOException {
        return read(json) instanceof LoadedPack.Refused refused
                ? refused.what() + ": " + refused.reason()
                : "not refused";
    }

    /** Why the rules of a pack are refused; the rule {@code fine} must survive. */
    private static List<String> refusedRules(String... rules) throws IOException {
        String[] all = java.util.Arrays.copyOf(rules, rules.length + 1);
        all[rules.length] = rule("fine");
        LoadedPack.Usable usable = (LoadedPack.Usable) read(pack(all));
        assertThat(usable.pack().rules()).extracting(Rule::id).contains("fine");
        return usable.refused().stream().map(r -> r.what() + ": " + r.reason()).toList();
    }

    @Test
    void readsTheRuleThatTheseTestsSpoil() throws IOException {
        assertThat(refusedRules(rule("other"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'status': 'stable' | 'status': 'ill' | `status` is `ill`, which this engine does not know",
                "'kind': 'call' | 'king': 'call' | it uses a pattern [king]",
                "'kind': 'call' | 'kind': 'call', 'else': 1 | it has a field `else` that this engine does not know",
                "'title': 'T' | 'title': 'T', 'run': 'x' | it has a field `run` that this engine does not know",
                "'title': 'T' | 'title': 7 | `title` is not a text",
                "'title': 'T', | | `title` is missing",
                "'severity': [{'level': 'low'}], | | it has no severity",
                "'cwe': [1] | 'cwe': [99999999999] | `cwe` is out of range",
                "'cwe': [1] | 'cwe': ['x'] | `cwe` holds something that is not an integer",
                "'line': 1 | 'line': 5000000000 | `line` is out of range",
                "'line': 1 | 'line': -4 | its `origin` is no place",
                "'features': ['match'] | 'features': ['magic'] | it needs magic, which this engine cannot do",
            })
    void refusesARuleItDoesNotUnderstandAndKeepsTheRest(String good, String bad, String reason)
            throws IOException {
        String spoiled =
                rule("bad")
                        .replace(
                                good.replace('\'', '"'), bad == null ? "" : bad.replace('\'', '"'));
        assertThat(spoiled).isNotEqualTo(rule("bad"));
        assertThat(refusedRules(spoiled))
                .singleElement()
                .asString()
                .startsWith("acme::bad: " + reason);
    }

    @Test
    void saysOnWhichLineAndColumn() throws IOException {
        assertThat(refusedRules(rule("one"), rule("bad").replace("\"kind\"", "\"king\"")))
                .containsExactly(
                        "acme::bad: it uses a pattern [king] (line 11, column 34) that this engine"
                                + " does not know");
    }

    @Test
    void refusesARuleWhoseIdIsAPath() throws IOException {
        assertThat(refusedRules(rule("../../etc/x"), rule("C:\\\\x")))
                .containsExactly(
                        "acme::rule 1: `id` is `../../etc/x`, which is no name (line 2, column 12)",
                        "acme::rule 2: `id` is `C:\\x`, which is no name (line 8, column 1)");
    }

    @Test
    void refusesASecondRuleOfOneId() throws IOException {
        assertThat(refusedRules(rule("a"), rule("a")))
                .containsExactly(
                        "acme::a: another rule of the pack has the same id (line 8, column 1)");
    }

    @Test
    void refusesRulesThatReplaceOneAnotherInACircle() throws IOException {
        String[] rules =
                List.of("a,b", "b,c", "c,a", "d,d", "e,a", "f,fine", "g,elsewhere").stream()
                        .map(pair -> pair.split(","))
                        .map(
                                pair ->
                                        rule(pair[0])
                                                .replace(
                                                        "\"cwe\"",
                                                        "\"replaced-by\": \""
                                                                + pair[1]
                                                                + "\", \"cwe\""))
                        .toArray(String[]::new);
        assertThat(refusedRules(rules))
                .containsExactly(
                        "acme::a: it is replaced by `b`, which leads back to it",
                        "acme::b: it is replaced by `c`, which leads back to it",
                        "acme::c: it is replaced by `a`, which leads back to it",
                        "acme::d: it is replaced by `d`, which leads back to it");
    }

    @Test
    void refusesAValueThatPassesCallsWithoutEnd() throws IOException {
        String flow = "\"query\": {\"flow\": 1000000, \"from\": {}, \"to\": {}}, \"cwe\"";
        assertThat(refusedRules(rule("bad").replaceFirst("(?s)\"query\".*\"cwe\"", flow)))
                .containsExactly(
                        "acme::bad: a value passes 0 to 10 calls, not 1000000 (line 2, column 12)");
    }

    @Test
    void refusesARuleOfTooManyParts() throws IOException {
        String many = ("," + ALTERNATIVE).repeat(60_000);
        assertThat(refusedRules(rule("bad").replace(ALTERNATIVE, ALTERNATIVE + many)))
                .containsExactly(
                        "acme::bad: it has 240028 parts, more than 20000: split it"
                                + " (line 2, column 12)");
    }

    @Test
    void refusesAPackOfAMillionAlternatives() throws IOException {
        String many = ("," + ALTERNATIVE).repeat(1_000_000);
        assertThat(refusal(pack(rule("bad").replace(ALTERNATIVE, ALTERNATIVE + many))))
                .startsWith("x.json: it is not a rule pack: Token count (2000001) exceeds");
    }

    @Test
    void readsSetsInsideSetsUntilTheyAreTooDeep() throws IOException {
        assertThat(refusedRules(rule("sets").replace("\"cwe\": [1]", nested(40)))).isEmpty();
        assertThat(refusal(pack(rule("sets").replace("\"cwe\": [1]", nested(400)))))
                .startsWith("x.json: it is not a rule pack: Document nesting depth (201) exceeds");
    }

    private static String nested(int depth) {
        return "\"lets\": [{\"variable\": \"X\", \"value\": "
                + "{\"set\": \"s\", \"items\": [".repeat(depth)
                + "]}".repeat(depth)
                + "}]";
    }

    @ParameterizedTest
    @CsvSource({"[,100000", "'{\"a\":',100000"})
    void refusesAPackThatIsNestedWithoutEnd(String open, int times) throws IOException {
        String deep = "{\"ringfence-pack\": 2, \"name\": " + open.repeat(times);
        assertThat(refusal(deep))
                .startsWith("x.json: it is not a rule pack: Document nesting depth (201) exceeds");
    }

    @Test
    void refusesATextOfAHundredMegabytesAndAPackThatNeverEnds() throws IOException {
        byte[] start = "{\"ringfence-pack\": 2, \"name\": \"".getBytes(StandardCharsets.UTF_8);
        assertThat(endless(start, (byte) 'a'))
                .startsWith("x.json: it is not a rule pack: String value length (")
                .contains("exceeds the maximum allowed (262144");
        byte[] blanks = "{\"ringfence-pack\": 2,".getBytes(StandardCharsets.UTF_8);
        assertThat(endless(blanks, (byte) ' '))
                .startsWith("x.json: it is not a rule pack: Document length (")
                .contains("exceeds the maximum allowed (33554432");
    }

    private static String endless(byte[] start, byte filler) throws IOException {
        InputStream rest =
                new InputStream() {
                    private int left = 100_000_000;

                    @Override
                    public int read() {
                        return left-- > 0 ? filler : -1;
                    }

                    @Override
                    public int read(byte[] into, int from, int length) {
                        int count = Math.min(left, length);
                        java.util.Arrays.fill(into, from, from + count, filler);
                        left -= count;
                        return count == 0 ? -1 : count;
                    }
                };
        LoadedPack pack =
                PackJson.read(
                        new SequenceInputStream(new ByteArrayInputStream(start), rest), "x.json");
        LoadedPack.Refused refused = (LoadedPack.Refused) pack;
        return refused.what() + ": " + refused.reason();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "{'ringfence-pack': 2, 'ringfence-pack': 1} | it is not a rule pack: Duplicate field 'ringfence-pack' (line 1, column 39)",
                "{'ringfence-pack': 1e3} | it is not a whole rule pack: it holds a number that is not an integer (line 1, column 20)",
                "{'ringfence-pack': 99999999999} | it is not a whole rule pack: `ringfence-pack` is out of range (line 1, column 1)",
                "{'ringfence-pack': 99999999999999999999} | it is not a rule pack: Numeric value (99999999999999999999) out of range",
                "{'ringfence-pack': null} | it is not a whole rule pack: it holds `null` (line 1, column 20)",
                "{'ringfence-pack': 2, 'name': '../x'} | it is not a whole rule pack: `name` is `../x`, which is no name (line 1, column 1)",
                "{'ringfence-pack': 2} {} | it is not a whole rule pack: it goes on after its end (line 1, column 23)",
                "{'ringfence-pack': 2, 'name': '\\u001b[2J'} | it is not a whole rule pack: a text holds the control character U+001B (line 1, column 31)",
            })
    void refusesAPackThatIsNotWellFormed(String json, String reason) throws IOException {
        assertThat(refusal(json.replace('\'', '"')).replace('"', '\''))
                .startsWith("x.json: " + reason);
    }

    @Test
    void refusesAPackWithAFieldItDoesNotKnow() throws IOException {
        assertThat(refusal(pack(rule("a")).replace("\"topics\"", "\"evil\": 1, \"topics\"")))
                .isEqualTo(
                        "acme: it is not a whole rule pack: it has a field `evil` that this engine"
                                + " does not know (line 1, column 1)");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        byte[] json = pack(rule("a")).getBytes(StandardCharsets.ISO_8859_1);
        json[60] = (byte) 0xff;
        assertThat(((LoadedPack.Refused) read(json)).reason())
                .startsWith("it is not a rule pack: Invalid UTF-8");
    }

    @Test
    void answersEveryCutAndEveryFlippedByteWithAValue() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackJson.write(PackJsonTest.everything(), out);
        byte[] whole = out.toByteArray();
        for (int at = 0; at < whole.length; at += 97) {
            assertThat(read(java.util.Arrays.copyOf(whole, at)))
                    .isInstanceOf(LoadedPack.Refused.class);
            byte[] flipped = whole.clone();
            flipped[at] ^= 0x15;
            assertThat(read(flipped)).isNotNull();
        }
    }

    @Test
    void readsThousandsOfRulesThatReplaceOneAnotherInALine() throws IOException {
        String rules =
                IntStream.range(0, 3000)
                        .mapToObj(
                                i ->
                                        rule("r" + i)
                                                .replace(
                                                        "\"cwe\"",
                                                        "\"replaced-by\": \"r"
                                                                + (i + 1)
                                                                + "\", \"cwe\""))
                        .collect(Collectors.joining(","));
        LoadedPack.Usable usable = (LoadedPack.Usable) read(pack(rules));
        assertThat(usable.refused()).isEqualTo(Collections.emptyList());
        assertThat(usable.pack().rules()).hasSize(3000);
    }
}
