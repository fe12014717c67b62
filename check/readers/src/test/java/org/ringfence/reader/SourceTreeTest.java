package org.ringfence.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ringfence.check.Input;
import org.ringfence.subject.Node;
import org.ringfence.subject.Subject;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Value;

class SourceTreeTest {
    @TempDir private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private SourceTree tree() {
        return new SourceTree(
                ServiceLoader.load(SubjectReader.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList(),
                folder);
    }

    private List<String> read(Path... paths) throws IOException {
        List<String> said = new ArrayList<>();
        for (Input input : tree().read(List.of(paths))) {
            said.add(
                    input instanceof Input.Readable readable
                            ? readable.subject().kind() + " " + readable.subject().source().path()
                            : input.toString());
        }
        return said;
    }

    @Test
    void readsWhatReadersReadInTheOrderOfPaths() throws IOException {
        write("b/z.C", "int a;");
        write("b/a.inx", "[Version]");
        write("a.HPP", "");
        write("b/c/d.sddl", "D:P");
        write("b/readme.md", "no");
        write(".git/x.c", "no");
        write("b/.hidden.c", "no");
        assertThat(read(folder))
                .containsExactly("c a.HPP", "inf b/a.inx", "sddl b/c/d.sddl", "c b/z.C");
        assertThat(tree().count(List.of(folder))).isEqualTo(4);
    }

    @Test
    void aFileThatIsNamedTwiceIsReadOnce() throws IOException {
        write("b/z.c", "int a;");
        assertThat(read(folder.resolve("b/z.c"), folder, folder.resolve("b")))
                .containsExactly("c b/z.c");
    }

    @Test
    void aNamedFileThatNoReaderReadsIsSkippedWithAReason() throws IOException {
        write("a.md", "text");
        assertThat(read(folder.resolve("a.md")))
                .containsExactly(
                        "Skipped[path=a.md, reason=no reader for this kind of file; what is read:"
                                + " c, inf, sddl]");
    }

    @Test
    void aBinaryFileIsSkippedWithAReason() throws IOException {
        Files.write(folder.resolve("a.c"), new byte[] {'a', 'b', 'c', 0, 1, 2, 3, 4});
        assertThat(read(folder))
                .containsExactly("Skipped[path=a.c, reason=not text: byte 3 is zero]");
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        write("a/x.c", "int a;");
        Files.createSymbolicLink(folder.resolve("a/loop"), folder);
        assertThat(read(folder)).containsExactly("c a/x.c");
    }

    @Test
    void whatDoesNotExistIsAnError() {
        assertThatThrownBy(() -> tree().read(List.of(folder.resolve("none"))))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("none");
    }

    @Test
    void whatAFileIncludesIsSoughtAmongTheFilesThatWereWalked() throws IOException {
        write("one/inc/codes.h", "#define WHICH 1");
        write("two/inc/codes.h", "#define WHICH 2");
        write("two/src/a.c", "#include <INC\\Codes.h>\nint x = WHICH;");
        write("three/a.c", "#include \"codes.h\"\nint x = WHICH;");
        write("three/codes.h", "#define WHICH 3");
        write("outside.h", "#define WHICH 4");
        write("four/a.c", "#include \"../outside.h\"\nint x = WHICH;");
        assertThat(constant(folder, "two/src/a.c")).isEqualTo(new Value.Int(2));
        assertThat(constant(folder.resolve("three/a.c"), "three/a.c")).isEqualTo(new Value.Int(3));
        assertThat(constant(folder, "four/a.c")).isEqualTo(new Value.Int(4));
        assertThat(constant(folder.resolve("four"), "four/a.c"))
                .isEqualTo(new Value.Unknown("`WHICH` is not a constant here"));
    }

    private Value constant(Path path, String file) throws IOException {
        for (Input input : tree().read(List.of(path))) {
            Subject subject = ((Input.Readable) input).subject();
            if (subject.source().path().equals(file)) {
                Node declaration = subject.roots().get(subject.roots().size() - 1);
                Node value = declaration.children().get(1).children().get(1);
                return subject.evaluate("const", List.of(new Value.Element(value)));
            }
        }
        throw new AssertionError(file + " was not read");
    }
}
