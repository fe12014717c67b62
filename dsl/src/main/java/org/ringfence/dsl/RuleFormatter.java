package org.ringfence.dsl;

import java.util.List;
import org.ringfence.dsl.compile.Problem;
import org.ringfence.dsl.formatting2.Formatted;
import org.ringfence.dsl.formatting2.RulesFormatter;
import org.ringfence.subject.Position;
import org.ringfence.subject.Source;

/**
 * Lays out rules files: the same tokens and comments with other white space. May be used by many
 * threads.
 */
public final class RuleFormatter {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final RulesFormatter formatter =
            RulesStandaloneSetup.injector().getInstance(RulesFormatter.class);

    /**
     * What came of a file.
     *
     * @param text laid out, or as it was where there are errors
     * @param errors of syntax; a file that has some is left alone
     */
    public record Result(String text, List<Diagnostic> errors) {
        public Result {
            errors = List.copyOf(errors);
        }
    }

    /**
     * @param name how errors call the file
     */
    public Result format(String name, String text) {
        String mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        String body = text.substring(mark.length());
        Formatted formatted = formatter.format(body);
        if (formatted instanceof Formatted.Text whole) {
            return new Result(mark + whole.text(), List.of());
        }
        Source source = new Source(name, body);
        return new Result(
                text,
                ((Formatted.Broken) formatted)
                        .problems().stream().map(problem -> diagnostic(problem, source)).toList());
    }

    private static Diagnostic diagnostic(Problem problem, Source source) {
        Position at = source.position(problem.place().offset());
        return new Diagnostic(
                Diagnostic.Severity.ERROR,
                source.path(),
                at.line(),
                at.column(),
                problem.place().length(),
                problem.code().word(),
                problem.message());
    }
}
