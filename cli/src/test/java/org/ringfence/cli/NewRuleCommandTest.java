package org.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewRuleCommandTest {
    @TempDir Path folder;
    private Shell shell;

    @BeforeEach
    void openShell() {
        shell = new Shell(folder);
    }

    private String text(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    /** The pattern of a draft that passes its tests. */
    private String pattern(String file, String bad, String good) {
        shell.with("bad/" + file, bad);
        if (!good.isEmpty()) {
            shell.with("good/" + file, good);
        }
        Shell.Result result =
                good.isEmpty()
                        ? shell.run("new", "rule", "x-y", "--bad", "bad/" + file, "-o", "acme")
                        : shell.run(
                                "new",
                                "rule",
                                "x-y",
                                "--bad",
                                "bad/" + file,
                                "--good",
                                "good/" + file,
                                "-o",
                                "acme");
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        Shell.Result test = shell.run("test", "acme");
        assertThat(test.out()).isEqualTo("2 passed, 0 failed (1 rules)\n");
        assertThat(shell.run("fmt", "--check", "acme").code()).isZero();
        return result.out()
                .lines()
                .filter(line -> line.startsWith("pattern: "))
                .findFirst()
                .orElseThrow()
                .substring("pattern: ".length());
    }

    @Test
    void writesAFolderThatPassesItsTests() throws IOException {
        shell.with(
                "src/key.c",
                """
                NTSTATUS F(void) {
                    HANDLE key;
                    NTSTATUS status = ZwOpenKey(&key, KEY_ALL_ACCESS, &attributes);
                    return status;
                }
                """);
        Shell.Result result =
                shell.run("new", "rule", "no-raw-key", "--bad", "src/key.c:2-3", "-o", "acme");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .isEqualTo(
                        """
                        wrote acme/no-raw-key/no-raw-key.rules
                        wrote acme/no-raw-key/index.md
                        pattern: `ZwOpenKey($KEY_HANDLE, KEY_ALL_ACCESS, $OBJECT_ATTRIBUTES)`
                        The good example was made from the bad one ("something else than KEY_ALL_ACCESS"): show there what is right.
                        Next: say what is wrong, then ringfence test acme
                        """);
        assertThat(text("acme/no-raw-key/no-raw-key.rules"))
                .isEqualTo(
                        """
                        pack acme::rules version "0.1.0"

                        // a first draft: say in title, report and hint what is wrong and why
                        rule no-raw-key on c {
                            title "Call of ZwOpenKey as in the bad example"
                            severity medium
                            confidence medium
                            topic no-raw-key

                            match `ZwOpenKey($KEY_HANDLE, KEY_ALL_ACCESS, $OBJECT_ATTRIBUTES)`
                            report "Call of ZwOpenKey as in the bad example: say why this is wrong"
                            hint "Say what to write instead"

                            bad ```
                                HANDLE key;
                                NTSTATUS status = ZwOpenKey(&key, KEY_ALL_ACCESS, &attributes); //!!
                            ```
                            // made from the bad code: show here what is right
                            good "something else than KEY_ALL_ACCESS" ```
                                HANDLE key;
                                NTSTATUS status = ZwOpenKey(&key, other, &attributes);
                            ```
                        }
                        """);
        assertThat(text("acme/no-raw-key/index.md").lines().filter(line -> line.startsWith("#")))
                .containsExactly(
                        "# Call of ZwOpenKey as in the bad example",
                        "## Why it matters",
                        "## Avoid",
                        "## Prefer",
                        "## When it does not apply",
                        "## How to check",
                        "## Sources");
        assertThat(shell.run("test", "acme").out()).isEqualTo("2 passed, 0 failed (1 rules)\n");
    }

    @Test
    void namesATopicThatHasAPageAlready() {
        shell.with("a.c", "Jump(here);\n");
        String topic = "kernel-mode/registry-keys";
        Shell.Result result =
                shell.run("new", "rule", "x-y", "--bad", "a.c", "--topic", topic, "-o", "acme");
        assertThat(result.out()).startsWith("wrote acme/x-y/x-y.rules\npattern: ");
        assertThat(folder.resolve("acme/x-y/index.md")).doesNotExist();
        assertThat(shell.run("test", "acme").code()).isZero();
    }

    @Test
    void joinsThePackThatIsThere() throws IOException {
        shell.with("a.c", "Jump(here);\n");
        shell.run("new", "rule", "one-jump", "--bad", "a.c", "--topic", "jumps/one", "-o", "acme");
        shell.with(
                "acme/jumps/one/one-jump.rules",
                text("acme/jumps/one/one-jump.rules").replace("acme::rules", "acme::other"));
        shell.run("new", "rule", "two-jump", "--bad", "a.c", "--topic", "jumps/one", "-o", "acme");
        assertThat(text("acme/jumps/one/two-jump.rules")).startsWith("pack acme::other version");
        assertThat(shell.run("test", "acme").out()).isEqualTo("4 passed, 0 failed (2 rules)\n");
        assertThat(shell.run("new", "rule", "one-jump", "--bad", "a.c", "-o", "acme").err())
                .contains("there is a rule `one-jump` in ");
    }

    @Test
    void showsWhatToWriteWhereTheGoodCodeIsShort() throws IOException {
        shell.with("a.c", "Jump(1); //!! old-rule\n").with("b.c", "Walk(\"{a}\");\n");
        shell.run("new", "rule", "x-y", "--bad", "a.c", "--good", "b.c", "-o", "acme");
        assertThat(text("acme/x-y/x-y.rules"))
                .contains("hint \"Write Walk(\\\"{a}\\\");\"")
                .contains("Jump(1); //!!\n");
        assertThat(shell.run("test", "acme").code()).isZero();
    }

    @Test
    void readsTheInput() {
        String[] arguments = {"new", "rule", "x-y", "--bad", "-", "--on", "c", "-o", "acme"};
        assertThat(shell.runWithInput("Jump(here);\r\n", arguments).out())
                .contains("pattern: `Jump($HERE)`\n");
        assertThat(shell.run("test", "acme").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme/x-y/index.md", "acme/x-y/x-y.rules"})
    void overwritesNothing(String file) throws IOException {
        shell.with("a.c", "Jump(here);\n").with(file, "");
        Shell.Result result =
                shell.run("new", "rule", "x-y", "--bad", "a.c", "--topic", "x-y", "-o", "acme");
        boolean page = file.endsWith(".md"); // then the topic is there, and its page is kept
        assertThat(result.code()).isEqualTo(page ? 0 : 2);
        assertThat(result.err().endsWith("x-y.rules: it is in the way; nothing was written\n"))
                .isEqualTo(!page);
        assertThat(text(file)).isEmpty();
    }

    @Test
    void writesIntoNoFile() {
        shell.with("a.c", "Jump(here);\n");
        Shell.Result result = shell.run("new", "rule", "x-y", "--bad", "a.c", "-o", "a.c");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).endsWith("a.c: it is not a folder\n");
    }

    static List<Arguments> wrong() {
        return List.of(
                arguments("x-y --bad b.c -o acme", "b.c: there is no such file or folder"),
                arguments(
                        "x-y --bad a.c:2-9 -o acme",
                        "a.c:2-9: a.c has lines 1 to 2: write FROM-TO"),
                arguments(
                        "x-y --bad a.txt -o acme",
                        "what `a.txt` is cannot be told by its name: use --on with c or inf or sddl"),
                arguments(
                        "x-y --bad a.c --on d -o acme",
                        "nothing reads the subject `d`: use --on with c or inf or sddl"),
                arguments(
                        "X --bad a.c -o acme",
                        "`X` cannot be used: an id is words in lower case with - between them, such as"
                                + " no-raw-pool"),
                arguments(
                        "x-y --bad a.c --topic ../up -o acme",
                        "`../up` cannot be used: a topic is words in lower case with - and / between"
                                + " them"),
                arguments(
                        "reg-key-all-access --bad a.c -o acme",
                        "there is a built-in rule `reg-key-all-access` already: choose another id"),
                arguments("x-y --bad a.c:2 -o acme", "the bad code is empty"),
                arguments("x-y --bad a.c --good a.c -o acme", "the good code is the bad code"),
                arguments(
                        "x-y --bad a.c --good c.c -o acme",
                        "every piece of the bad code is found in the good code too: show good code"
                                + " that differs in the piece that is wrong"),
                arguments(
                        "x-y --bad d.c -o acme", "nothing in the bad code can be a pattern on `c`"),
                arguments("x-y --bad e.c -o acme", "the bad code has ``` in it, which ends a test"),
                arguments(
                        "x-y --bad f.c -o acme",
                        "the bad code has 9999 characters; an example has at most 8000"),
                arguments(
                        "x-y --bad - --good - -o acme",
                        "only one of --bad and --good can be read from the input"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatIsWrong(String arguments, String message) {
        shell.with("a.c", "Jump(here);\n\n")
                .with("a.txt", "Jump(here);\n")
                .with("c.c", "Jump(here); Jump(here);\n")
                .with("d.c", "// nothing\n")
                .with("e.c", "Jump(```);\n")
                .with("f.c", "Jump(a);".repeat(1250).substring(1));
        Shell.Result result = shell.run(("new rule " + arguments).split(" "));
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).isEqualTo("ringfence: " + message + "\n");
        assertThat(folder.resolve("acme")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "f(", "a+", "if(x)", "{", "a->", "Jump(x);", "\u0001", "\"", "$x(`"})
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void endsOnAnyCode(String piece) {
        shell.with("a.c", piece.repeat(7_000 / piece.length()));
        Shell.Result result = shell.run("new", "rule", "x-y", "--bad", "a.c", "-o", "acme");
        assertThat(result.err()).doesNotContain("defect");
        assertThat(result.code()).isIn(0, 2);
    }

    static List<Arguments> bad() {
        return List.of(
                arguments("memcpy(a, a, n);", "`memcpy($DEST, $DEST, $COUNT)`"),
                arguments(
                        "entry->Flags = RTL_QUERY_REGISTRY_DIRECT | Extra;",
                        "`$ENTRY->Flags = RTL_QUERY_REGISTRY_DIRECT | $EXTRA`"),
                arguments("if (low <= reg <= high) { v = next; }", "`$LOW <= $REG <= $HIGH`"),
                arguments(
                        "#define POKE CTL_CODE(0x22, 0x801, METHOD_BUFFERED, FILE_ANY_ACCESS)",
                        "`CTL_CODE($_, $_, METHOD_BUFFERED, FILE_ANY_ACCESS)`"),
                arguments("Jump(here);", "`Jump($HERE)`"),
                arguments(
                        "Jump(1, 1, \"x\", &item->Next, item->Next + 1);",
                        "`Jump($_, $_, $_, $NEXT, $NEXT2)`"),
                arguments(
                        "p = ExAllocatePoolWithTag(NonPagedPool, sizeof(ITEM) * n, 'gaT');",
                        "`ExAllocatePoolWithTag(NonPagedPool, $NUMBER_OF_BYTES, $TAG)`"),
                arguments("ops->Call(x, deviceName);", "`$OPS->Call($X, $DEVICE_NAME)`"),
                arguments(
                        "KeSetEvent(\n    &Extension->Event,\n    0,\n    FALSE);",
                        "`KeSetEvent($EVENT, $INCREMENT, $WAIT)`"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void keepsWhatIsKnownAndLeavesTheRestOpen(String bad, String pattern) {
        assertThat(pattern("a.c", bad, "")).isEqualTo(pattern);
    }

    static List<Arguments> badAndGood() {
        return List.of(
                arguments("memcpy(a, a, n);", "memcpy(a, b, n);", "`memcpy($DEST, $DEST, $COUNT)`"),
                arguments(
                        "if (0x10 <= reg <= 0x1f) { v = __readmsr(reg); }",
                        "if (0x10 <= reg && reg <= 0x1f) { v = __readmsr(reg); }",
                        "`$_ <= $REG <= $_`"),
                arguments(
                        "s = ZwOpenKey(&k, KEY_ALL_ACCESS, &a);",
                        "s = ZwOpenKey(&k, KEY_READ, &a);",
                        "`ZwOpenKey($KEY_HANDLE, KEY_ALL_ACCESS, $OBJECT_ATTRIBUTES)`"),
                arguments(
                        "s = KeWaitForSingleObject(&e, Executive, KernelMode, FALSE, 0);",
                        "s = KeWaitForSingleObject(&e, Executive, KernelMode, TRUE, 0);",
                        "`KeWaitForSingleObject($OBJECT, $WAIT_REASON, KernelMode, FALSE, $TIMEOUT)`"),
                arguments("Jump(1);", "Jump(2);", "`Jump(1)`"),
                arguments(
                        "void F(P p) { free(p); p->n = 1; }",
                        "void F(P p) { p->n = 1; free(p); }",
                        "`free($P)` then `$P->n`"),
                arguments(
                        "void F(void) { memcpy(a, u, n); }",
                        "void F(void) { ProbeForRead(u, n, 1); memcpy(a, u, n); }",
                        "`memcpy($DEST, $SRC, $COUNT)`"));
    }

    @ParameterizedTest
    @MethodSource("badAndGood")
    void tellsTheBadCodeFromTheGood(String bad, String good, String pattern) {
        assertThat(pattern("a.c", bad, good)).isEqualTo(pattern);
    }

    @Test
    void marksEveryLineThatIsFound() throws IOException {
        pattern("a.c", "Jump(a);\nWalk(a);\nJump(b);\n", "Walk(a);\n");
        assertThat(text("acme/x-y/x-y.rules"))
                .contains("Jump(a); //!!\n        Walk(a);\n        Jump(b); //!!\n");
    }

    @Test
    void marksNoLineWhereAMarkerWouldBeCode() throws IOException {
        pattern("a.c", "#define J \\\n    Jump( \\\n a)\nvoid F(void) { x = \"\\\n\"; }\n", "");
        assertThat(text("acme/x-y/x-y.rules")).contains("    Jump( \\ //!!\n");
    }

    static List<Arguments> nearMisses() {
        return List.of(
                arguments("memcpy(a, a, n);", "two that differ", "memcpy(a, other, n);"),
                arguments(
                        "ZwOpenKey(&k, KEY_READ, &a);",
                        "something else than KEY_READ",
                        "ZwOpenKey(&k, other, &a);"),
                arguments("Jump(a);", "only in a comment", "// Jump(a)"));
    }

    @ParameterizedTest
    @MethodSource("nearMisses")
    void makesTheGoodCodeFromTheBad(String bad, String label, String good) throws IOException {
        pattern("a.c", bad, "");
        assertThat(text("acme/x-y/x-y.rules"))
                .contains("    good \"" + label + "\" ```\n        " + good + "\n    ```\n");
    }

    @Test
    void excusesByTheFormOfAnArgument() throws IOException {
        assertThat(
                        pattern(
                                "a.c",
                                "RtlCopyMemory(to, from, Size);",
                                "RtlCopyMemory(to, from, sizeof(item));"))
                .isEqualTo("`RtlCopyMemory($DESTINATION, $SOURCE, $LENGTH)`");
        assertThat(text("acme/x-y/x-y.rules"))
                .contains("    unless $LENGTH matches `sizeof($_)`\n");
    }

    @Test
    void keepsNamesWhereOnlyNamesDiffer() {
        assertThat(pattern("a.c", "Jump(a, low);", "Jump(a, high);")).isEqualTo("`Jump(a, low)`");
    }

    @Test
    void excusesByACallThatOnlyTheGoodCodeHas() throws IOException {
        pattern(
                "a.c",
                "void F(void) { memcpy(a, u, n); }",
                "void F(void) { ProbeForRead(u, n, 1); memcpy(a, u, n); }");
        assertThat(text("acme/x-y/x-y.rules"))
                .contains("unless $FOUND preceded by `ProbeForRead($...)` on every path\n");
    }

    static List<Arguments> others() {
        return List.of(
                arguments("a.inf", "[Version]\nPnpLockdown = 0\n", "`PnpLockdown = 0`"),
                arguments(
                        "a.inf",
                        "[Add.Reg]\nHKR,,Security,,\"D:P(A;;GA;;;WD)\"",
                        "`HKR,,Security,,\"D:P(A;;GA;;;WD)\"`"),
                arguments("a.sddl", "D:P(A;;GA;;;SY)(A;;GA;;;WD)", "`(A;;GA;;;SY)`"));
    }

    @ParameterizedTest
    @MethodSource("others")
    void worksOnOtherSubjects(String file, String bad, String pattern) {
        assertThat(pattern(file, bad, "")).isEqualTo(pattern);
    }
}
