import java.nio.file.Path;
import java.util.List;
import org.ringfence.check.*;
import org.ringfence.reader.SourceTree;
import org.ringfence.rule.PackProvider;
import org.ringfence.subject.SubjectReader;
import ringfence.packs.acme.rules.Rules;

class SampleTool {
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]).toAbsolutePath();
        List<SubjectReader> readers = SubjectReader.onClassPath();
        Validator validator = new Validator(PackProvider.onClassPath(), readers);
        Report report = validator.check(new SourceTree(readers, folder).read(List.of(folder)));
        for (Finding f : report.findings()) {
            String star = f.rule().id().equals(Rules.NO_JUMP) ? "* " : "";
            System.out.println(star + f.source().path() + ": " + f.message());
        }
    }
}
