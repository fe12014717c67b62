package org.ringfence.kb.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.kb.Section;

class OutlineTest {

    @TempDir private Path folder;

    private List<Section> sections(String body) {
        return new Tree(folder).withBody(body).topic("p").sections();
    }

    @Test
    void cutsAPageAtItsSecondAndThirdLevelHeadings() {
        assertThat(
                        sections(
                                """
                                # Page

                                Intro with `code` and **bold**.

                                ## Avoid
                                One.
                                ### Avoid
                                Two.
                                #### Deeper
                                Three.
                                """))
                .containsExactly(
                        new Section("", "Page", 1, 5, "Intro with code and bold.", List.of("page")),
                        new Section("avoid", "Avoid", 2, 9, "One.", List.of()),
                        new Section(
                                "avoid-1",
                                "Avoid",
                                3,
                                11,
                                "Two.\nDeeper\nThree.",
                                List.of("deeper")));
    }

    @Test
    void countsExplicitIdsAsAnchorsOfTheirSection() {
        assertThat(
                        sections(
                                """
                                <a name="old"></a>
                                ## <span id="Mode"></span>Mode
                                <a href="" id="first"></a>First
                                """))
                .containsExactly(
                        new Section("", "", 1, 5, "", List.of("old")),
                        new Section("mode", "Mode", 2, 6, "First", List.of("Mode", "first")));
    }

    @Test
    void readsTablesCodeListsAndRawHtmlAsText() {
        assertThat(
                        sections(
                                """
                                | Flag | Use |
                                |------|-----|
                                | `A_B` | safe\\_name&nbsp;x |

                                * one
                                * two

                                ```c
                                int x;
                                ```

                                <table><tr><td>left</td><td>a &lt; b</td></tr></table>

                                The <architecture> folder, see <b>here</b>.
                                """))
                .extracting(Section::text)
                .containsExactly(
                        "Flag | Use\nA_B | safe_name x\none\ntwo\nint x;\nleft | a < b\nThe <architecture> folder,"
                                + " see here.");
    }

    @Test
    void leavesScriptsAndCommentsOutOfTheText() {
        assertThat(sections("<div><script>alert(1)</script>seen<!-- unseen --></div>\n"))
                .extracting(Section::text)
                .containsExactly("seen");
    }

    @Test
    void readsMicrosoftLearnDirectives() {
        assertThat(
                        sections(
                                """
                                A :::no-loc text="Widget"::: here.

                                :::image type="content" source="x.png" alt-text="A picture":::

                                ```
                                :::no-loc text="kept":::
                                ```
                                """))
                .extracting(Section::text)
                .containsExactly("A Widget here.\nA picture\n:::no-loc text=\"kept\":::");
    }
}
