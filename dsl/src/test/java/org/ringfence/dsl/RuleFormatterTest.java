package org.ringfence.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFormatterTest {
    private static final RuleFormatter FORMATTER = new RuleFormatter();

    private static final String WHOLE =
            """
            // of all
            pack a::b version "1.0.0"    // of the pack

            import c::*
            import d::e

            set one = { A, "b", 0x1f, -2 }
            set two = {
                A, B,
                /* of C */ C
            }
            map m = { a -> 1, b -> 2 }
            pattern call($X, $Y) =
                `f($X)`
                | `g($Y)` | other($X) where $X == 1 or $Y is call
            role handler is function $F in `set($F)`

            // of the rule

            // and again
            rule r on toy {
                title "T"
                severity low when $M == READ    // or so
                severity high
                cwe 1, 2
                topic doors/open#why, "doors/keys"
                status deprecated replaced by a::b::other

                /* what
                     it looks at */
                match `open($D, $M)` as $CALL
                    then `shut($D)` | call($A, $B)
                within handler
                let $V = value-of($D, "x").name
                where not ($V in { A, B } and flags($M) lacks READ)
                  and any $S in calls satisfies ($S.name == "x")
                  // between
                  or kernel()
                unless $V like "a" or $CALL inside `f($...)`
                report at $CALL "R {$CALL.name}"
                related $D "here"
                hint "H"
                fix safe replace $D with `$D` when const($D) == 0
                bad "one" ```
                    open(a, 1) //!!
                  ``` fixed `shut`
                todo good `a`
                // the last
            }

            rule s on toy {
            }
            // behind all
            """;

    private static String format(String text) {
        RuleFormatter.Result result = FORMATTER.format("a.rules", text);
        assertThat(result.errors()).isEmpty();
        return result.text();
    }

    @Test
    void leavesAloneWhatIsLaidOut() {
        assertThat(format(WHOLE)).isEqualTo(WHOLE);
    }

    @Nested
    class LaysOut {
        @Test
        void aRuleOnOneLine() {
            assertThat(
                            format(
                                    "pack  p version\n\"1\" rule r on toy{title\"T\"match`f($A,1)`as $A"
                                            + " where( $A .name==\"x\")and f ( $A ,1 )==2"
                                            + " report at $A\"R\"related $A\"S\"bad`x`}set s={A,B}"))
                    .isEqualTo(
                            """
                            pack p version "1"

                            rule r on toy {
                                title "T"
                                match `f($A,1)` as $A
                                where ($A.name == "x") and f($A, 1) == 2
                                report at $A "R"
                                related $A "S"
                                bad `x`
                            }

                            set s = { A, B }
                            """);
        }

        @Test
        void linesThatTheAuthorBroke() {
            assertThat(
                            format(
                                    """
                                    pack p
                                    rule r on toy {
                                    match `a`
                                    | `b`
                                            | `c`
                                    where $A == 1
                                    and $B
                                     == 2 or
                                     $C
                                    }
                                    """))
                    .isEqualTo(
                            """
                            pack p

                            rule r on toy {
                                match `a`
                                    | `b`
                                    | `c`
                                where $A == 1
                                  and $B == 2 or $C
                            }
                            """);
        }

        @Test
        void emptyLinesAtMostOneAtATime() {
            assertThat(
                            format(
                                    """


                                    pack p


                                    set a = { A }


                                    set b = { B }
                                    set c = { C }
                                    rule r on toy {

                                        title "T"


                                        hint "H"

                                    }



                                    """))
                    .isEqualTo(
                            """
                            pack p

                            set a = { A }

                            set b = { B }
                            set c = { C }

                            rule r on toy {
                                title "T"

                                hint "H"
                            }
                            """);
        }

        @Test
        void commentsWhereTheyStand() {
            assertThat(
                            format(
                                    """
                                    /* first */ pack p // second
                                      // third
                                    rule r on toy { // fourth
                                    // fifth


                                    // sixth
                                    title // seventh
                                    "T" /* eighth */ hint "H"
                                            // ninth
                                    }"""))
                    .isEqualTo(
                            """
                            /* first */
                            pack p    // second

                            // third
                            rule r on toy {    // fourth
                                // fifth
                                // sixth
                                title    // seventh
                                    "T" /* eighth */
                                hint "H"
                                // ninth
                            }
                            """);
        }
    }

    @Test
    void changesNothingInsideLiterals() {
        String code = "```\n  if (x)\t {  \n\n\n}\n   ```";
        String text = "pack p\n\nrule r on toy {\n    bad \"a  b\" " + code + "\n}\n";
        assertThat(format("pack p rule r on toy {bad    \"a  b\"" + code + "}")).isEqualTo(text);
    }

    @Test
    void endsLinesAsTheFileDoes() {
        assertThat(format("pack p\r\nset a={A}\r\nset b={B}"))
                .isEqualTo("pack p\r\n\r\nset a = { A }\r\nset b = { B }\r\n");
    }

    @Test
    void keepsAByteOrderMark() {
        assertThat(format("\uFEFFpack  p")).isEqualTo("\uFEFFpack p\n");
    }

    @Test
    void makesNothingOfAnEmptyPackBody() {
        assertThat(format("pack p")).isEqualTo("pack p\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pack p\nrule",
                "pack p\nrule r on toy { title  \"T\"",
                "pack p\nrule r on toy { title  \"T\n}",
                "pack p\nrule r on toy { match  `f(\n}",
                "pack p\nrule r on toy { bad  ```f(\n}",
                "pack p\nrule r on toy { /* never closed }"
            })
    void leavesBrokenFilesAlone(String text) {
        RuleFormatter.Result result = FORMATTER.format("a.rules", text);
        assertThat(result.text()).isEqualTo(text);
        assertThat(result.errors()).isNotEmpty();
    }

    @Test
    void saysWhatIsBroken() {
        assertThat(
                        FORMATTER
                                .format("a.rules", "pack p\n\nrule r on toy {\n  title \"T\n}\n")
                                .errors())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "a.rules:4:9: error: this text is not closed: `\"` is missing at the end of"
                                + " the line");
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void leavesAloneWhatIsNestedTooDeeply() {
        String deep = "(".repeat(100_000);
        String text = "pack p\nrule r on toy { where " + deep + "$A }";
        RuleFormatter.Result result = FORMATTER.format("a.rules", text);
        assertThat(result.text()).isEqualTo(text);
        assertThat(result.errors())
                .extracting(Diagnostic::message)
                .containsExactly("this file is nested too deeply");
    }

    /** Texts with the same tokens as {@link #WHOLE}, in every state of disorder. */
    static Stream<String> disorder() {
        return new Random(7).longs(100).mapToObj(RuleFormatterTest::disordered);
    }

    private static String disordered(long seed) {
        Random random = new Random(seed);
        StringBuilder out = new StringBuilder();
        List<ILeafNode> leaves = leaves(WHOLE);
        for (int i = 0; i < leaves.size(); i++) {
            String text = leaves.get(i).getText();
            if (!text.isBlank()) {
                out.append(text);
            } else if (random.nextInt(3) == 0) {
                out.append(text);
            } else {
                String[] spaces = {" ", "\n", "\n\n\n", "\t", "  \n  "};
                out.append(spaces[random.nextInt(spaces.length)]);
            }
            boolean comment = random.nextInt(25) == 0 && text.isBlank();
            out.append(comment ? random.nextBoolean() ? "// c\n" : "/* d\n  d */" : "");
        }
        return out.toString();
    }

    private static List<ILeafNode> leaves(String text) {
        List<ILeafNode> leaves = new ArrayList<>();
        parse(text).getRootNode().getLeafNodes().forEach(leaves::add);
        return leaves;
    }

    private static IParseResult parse(String text) {
        return RulesStandaloneSetup.injector()
                .getInstance(IParser.class)
                .parse(new StringReader(text));
    }

    private static List<String> written(String text, boolean comments) {
        return leaves(text).stream()
                .filter(leaf -> !leaf.getText().isBlank() && leaf.isHidden() == comments)
                .map(leaf -> leaf.getText().strip())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("disorder")
    void layingOutTwiceIsLayingOutOnce(String text) {
        String once = format(text);
        assertThat(format(once)).isEqualTo(once);
    }

    @ParameterizedTest
    @MethodSource("disorder")
    void meansTheSameAndKeepsEveryComment(String text) {
        String done = format(text);
        assertThat(written(done, true)).isEqualTo(written(text, true));
        assertThat(written(done, false)).isEqualTo(written(text, false));
        assertThat(
                        EcoreUtil.equals(
                                parse(done).getRootASTElement(), parse(text).getRootASTElement()))
                .isTrue();
        assertThat(
                        done.lines()
                                .filter(
                                        line ->
                                                line.endsWith(" ")
                                                        || line.isBlank() && !line.isEmpty()))
                .isEmpty();
    }
}
