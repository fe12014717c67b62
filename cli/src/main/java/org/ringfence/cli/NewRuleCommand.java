package org.ringfence.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringfence.check.RuleTester;
import org.ringfence.cli.desk.DraftTrial;
import org.ringfence.dsl.draft.Draft;
import org.ringfence.dsl.draft.RuleDraft;
import org.ringfence.subject.SubjectReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ringfence new rule}. */
@Command(
        name = "rule",
        mixinStandardHelpOptions = true,
        description = {
            "Writes a first rule from code that it must find: its pattern, its tests, and the page of"
                    + " its topic.",
            "Names that the reader knows stay in the pattern, other names and literals become holes."
                    + " Where good code is given, the pattern is one that tells the two apart. The"
                    + " rule passes `ringfence test` at once; what is wrong, and why, is for you to"
                    + " say."
        },
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 written, 2 no rule can be made or a file is in the way.",
            "Examples:",
            "  ringfence new rule no-raw-pool --bad src/pool.c:40-52 --good src/pool.c:60-72 -o acme",
            "  ringfence new rule no-raw-key --bad - --topic kernel-mode/registry-keys -o acme"
        })
final class NewRuleCommand implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9]+([-/][a-z0-9]+)*");

    private final Terminal terminal;

    @Parameters(paramLabel = "ID", description = "The rule's id, in lower case: no-raw-pool.")
    private String id = "";

    @Option(
            names = "--bad",
            paramLabel = "FILE[:FROM-TO]|-",
            required = true,
            description = "Code that the rule must find; - reads it from the input.")
    private String bad = "";

    @Option(
            names = "--good",
            paramLabel = "FILE[:FROM-TO]|-",
            description = "Similar code that it must not find; default: made from the bad code.")
    private String good = "";

    @Option(
            names = "--on",
            paramLabel = "SUBJECT",
            description = "What the code is, such as c or inf; default: by the file's name.")
    private String subject = "";

    @Option(
            names = "--topic",
            paramLabel = "ID",
            description =
                    "The topic that the rule enforces; a page is written where there is none yet."
                            + " Default: a topic named like the rule.")
    private String topic = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            required = true,
            description = "The folder of your rules.")
    private Path output = Path.of("");

    NewRuleCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        check(id, ID, "an id is words in lower case with - between them, such as no-raw-pool");
        String named = topic.isEmpty() ? id : topic;
        check(named, TOPIC, "a topic is words in lower case with - and / between them");
        if (bad.equals("-") && good.equals("-")) {
            throw new UsageError("only one of --bad and --good can be read from the input");
        }
        RuleFolder folder = RuleFolder.of(terminal.path(output));
        folder.refuse(id);
        boolean known = folder.topics().contains(named);
        Path rules = folder.path().resolve(folder.has(named) || !known ? named : id);
        Path rulesFile = free(rules.resolve(id + ".rules"));
        Path pageFile = known ? rulesFile : free(rules.resolve("index.md"));
        Draft draft = draft(folder, named);
        if (draft instanceof Draft.Refused refused) {
            refused.problems().forEach(terminal::error);
            return ExitCode.ERROR;
        }
        Draft.Written written = (Draft.Written) draft;
        Files.createDirectories(rules);
        write(rulesFile, written.rules());
        if (!known) {
            write(pageFile, written.page());
        }
        say(written);
        return ExitCode.CLEAN;
    }

    private static void check(String text, Pattern form, String rule) {
        if (!form.matcher(text).matches()) {
            throw new UsageError("`" + text + "` cannot be used: " + rule);
        }
    }

    private static Path free(Path file) throws FileAlreadyExistsException {
        if (Files.exists(file)) {
            throw new FileAlreadyExistsException(file + ": it is in the way; nothing was written");
        }
        return file;
    }

    private Draft draft(RuleFolder folder, String named) throws IOException {
        List<SubjectReader> readers = SubjectReader.onClassPath();
        SubjectReader reader = reader(readers);
        String goodCode = good.isEmpty() ? "" : CodeArgument.read(terminal, good);
        return new RuleDraft(reader, readers, new DraftTrial(new RuleTester(readers)))
                .draft(
                        new Draft.Wish(
                                folder.header(),
                                id,
                                named,
                                CodeArgument.read(terminal, bad),
                                goodCode));
    }

    private SubjectReader reader(List<SubjectReader> readers) {
        String file = CodeArgument.file(bad);
        Optional<SubjectReader> reader =
                readers.stream()
                        .filter(
                                r ->
                                        subject.isEmpty()
                                                ? r.reads(file)
                                                : r.vocabulary().subject().equals(subject))
                        .findFirst();
        return reader.orElseThrow(
                () ->
                        new UsageError(
                                (subject.isEmpty()
                                                ? "what `" + bad + "` is cannot be told by its name"
                                                : "nothing reads the subject `" + subject + "`")
                                        + ": use --on with "
                                        + readers.stream()
                                                .map(r -> r.vocabulary().subject())
                                                .collect(Collectors.joining(" or "))));
    }

    private void write(Path file, String text) throws IOException {
        AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        Path base = terminal.directory();
        terminal.out().println("wrote " + (file.startsWith(base) ? base.relativize(file) : file));
    }

    private void say(Draft.Written written) {
        terminal.out().println("pattern: " + written.pattern());
        if (!written.nearMiss().isEmpty()) {
            terminal.out()
                    .println(
                            "The good example was made from the bad one (\""
                                    + written.nearMiss()
                                    + "\"): show there what is right.");
        }
        terminal.out().println("Next: say what is wrong, then ringfence test " + output);
    }
}
