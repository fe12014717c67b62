package org.ringfence.reader.sddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringfence.subject.Node;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.PatternParser.Parsed;
import org.ringfence.subject.PatternParser.Problem;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;

class SddlTest {
    private static Subject read(String text) {
        return new SddlReader().read(new Source("a.sddl", text));
    }

    private static List<String> problems(String text) {
        return read(text).collection("problems").stream()
                .map(
                        problem ->
                                problem.span().start()
                                        + ".."
                                        + problem.span().end()
                                        + " "
                                        + ((Value.Text) problem.attribute("message")).text())
                .toList();
    }

    @Test
    void anEntryHasSixLeaves() {
        Subject subject = read("O:BAG:SYD:P(A;OICI;GRGW;;;WD)(D;;0x1f01ff;;;S-1-5-7)");
        assertThat(problems(subject.source().text())).isEmpty();
        assertThat(subject.roots())
                .hasToString(
                        "[descriptor[owner[sid BA], group[sid SY], dacl P[ace[type A, flags OICI,"
                                + " rights GRGW, object-guid, inherit-guid, sid WD], ace[type D, flags,"
                                + " rights 0x1f01ff, object-guid, inherit-guid, sid S-1-5-7]]]]");
        Node first = subject.collection("aces").get(0);
        assertThat(first.attribute("mask")).isEqualTo(new Value.Int(0xC0000000L));
        assertThat(first.attribute("sid")).isEqualTo(new Value.Text("S-1-1-0"));
        assertThat(first.attribute("trustee")).isEqualTo(new Value.Text("everyone"));
        assertThat(first.attribute("rights")).isEqualTo(new Value.Text("read and write"));
        Node second = subject.collection("aces").get(1);
        assertThat(second.attribute("token")).isEqualTo(new Value.Text("AN"));
        assertThat(second.attribute("allows")).isEqualTo(new Value.Truth(false));
        assertThat(second.attribute("rights"))
                .isEqualTo(new Value.Text("do everything with a file or device"));
        assertThat(subject.collection("allow-aces")).containsExactly(first);
        assertThat(subject.words()).contains("A", "GRGW", "WD", "");
    }

    @Test
    void listsOfAuditsAndLabelsAreKnown() {
        Subject subject = read("D:(A;;GA;;;SY)S:(ML;;NW;;;LW)(AU;SAFA;FA;;;WD)");
        assertThat(problems(subject.source().text())).isEmpty();
        assertThat(subject.collection("labels")).hasSize(1);
        assertThat(subject.collection("allow-aces")).hasSize(1);
    }

    @Test
    void conditionsAreASeventhField() {
        Subject subject = read("D:(XA;;FX;;;WD;(@User.Title==\"a;)b\" && (Member_of {SID(BA)})))");
        assertThat(problems(subject.source().text())).isEmpty();
        assertThat(subject.collection("aces").get(0).children().get(6).label())
                .isEqualTo("(@User.Title==\"a;)b\" && (Member_of {SID(BA)}))");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '`',
            value = {
                "D:(A;;GA;;;SX)@11..13 `SX` is no trustee; the nearest is SA",
                "D:(A;;GZ;;;SY)@6..8 `GZ` is no right; the nearest is GA",
                "D:(B;;GA;;;SY)@3..4 `B` is no type of an entry; the nearest is A",
                "D:(A;ZZ;GA;;;SY)@5..7 `ZZ` is no flag of an entry; the nearest is CI",
                "D:(A;;GA;;;)@11..11 the trustee is missing",
                "D:(A;;GA;;SY)@2..13 an entry has 6 fields between semicolons"
                        + " (type;flags;rights;object;inherit;sid), this one has 5",
                "D:(A;;GA;;;SY@2..13 this entry is not closed; put ) behind it",
                "D:X(A;;GA;;;SY)@2..3 `X` is no flag of a list; P, AR and AI are",
                "\"D:P(A;;GA;;;SY)@0..1 a quotation mark does not belong into a descriptor; leave it"
                        + " out",
                "D:P\u201c(A;;GA;;;SY)@3..4 a quotation mark does not belong into a descriptor; leave"
                        + " it out",
                "(A;;GA;;;SY)@0..12 an entry stands outside D: and S:; put D: in front of it",
                "D:(A;;0x1ffffffff;;;SY)@6..17 `0x1ffffffff` is no number of at most 32 bits",
                "D:(A;;GA;nothing;;SY)@9..16 `nothing` is no GUID; leave the field empty or write one",
                "D:(A;;GA;;;S-1-x)@11..16 `S-1-x` is no SID; write S-1- and numbers"
            })
    void whatWindowsRefusesIsAProblemWithItsPlace(String text, String problem) {
        assertThat(problems(text).get(0).replace("`", "")).isEqualTo(problem.replace("`", ""));
    }

    @Test
    void eachLineIsADescriptorAndMarkersAreNotRead() {
        Subject subject = read("D:(A;;GA;;;WD) !! $SID=WD\r\n\n  D:P //!!\n");
        assertThat(problems(subject.source().text())).isEmpty();
        assertThat(subject.roots()).hasSize(2);
        assertThat(subject.roots().get(1).span()).isEqualTo(new org.ringfence.subject.Span(30, 33));
    }

    @Test
    void functionsTakeEntriesAndTheirParts() {
        Subject subject = read("D:(A;;GAWD;;;AU)");
        Node ace = subject.collection("aces").get(0);
        assertThat(evaluate(subject, "rights", ace)).isEqualTo(new Value.Int(0x10040000));
        assertThat(evaluate(subject, "rights", ace.children().get(2)))
                .isEqualTo(new Value.Int(0x10040000));
        assertThat(evaluate(subject, "sid", ace.children().get(5)))
                .isEqualTo(new Value.Text("S-1-5-11"));
        assertThat(evaluate(subject, "describe-rights", ace))
                .isEqualTo(new Value.Text("do everything and change the descriptor"));
        assertThat(evaluate(subject, "sid", ace.children().get(0)))
                .isInstanceOf(Value.Unknown.class);
    }

    private static Value evaluate(Subject subject, String function, Node node) {
        return subject.evaluate(function, List.of(new Value.Element(node)));
    }

    @Test
    void aPatternIsAnEntryWithHoles() {
        assertThat(new SddlReader().patterns().parse("(A;$FLAGS;$_;;;$SID)"))
                .isEqualTo(
                        new Parsed.Understood(
                                new Pattern.Exact(
                                        "ace",
                                        "",
                                        List.of(
                                                new Pattern.Exact("type", "A", List.of()),
                                                new Pattern.Capture("FLAGS"),
                                                new Pattern.Any(),
                                                new Pattern.Exact("object-guid", "", List.of()),
                                                new Pattern.Exact("inherit-guid", "", List.of()),
                                                new Pattern.Capture("SID"))),
                                "an access control entry"));
        assertThat(new SddlReader().patterns().parse("(B;;;;;WD)"))
                .isEqualTo(
                        new Parsed.Broken(
                                List.of(
                                        new Problem(
                                                1,
                                                1,
                                                "`B` is no type of an entry; the nearest is"
                                                        + " A"))));
        assertThat(new SddlReader().patterns().parse("(A;$...;$SID)"))
                .isInstanceOf(Parsed.Understood.class);
        assertThat(new SddlReader().patterns().parse("D:P")).isInstanceOf(Parsed.Broken.class);
        assertThat(new SddlReader().patterns().parse("(A;;WD)")).isInstanceOf(Parsed.Broken.class);
    }

    @Test
    void rightsThatShareBitsAreNamedEach() {
        assertThat(new Rights(new SddlReader().vocabulary().constants()).words(0x12019f))
                .isEqualTo("read a file and write a file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", ")", ";", "D:", "D:(", "D:((", "\"", "D:(A;;", "O:", "\ud800"})
    @Timeout(10)
    void hostileTextEnds(String piece) {
        assertThat(read(piece.repeat(20_000)).collection("problems")).isNotEmpty();
    }
}
