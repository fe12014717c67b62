package org.ringfence.dsl.formatting2;

import com.google.common.base.Throwables;
import com.google.inject.Inject;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.ParseException;
import org.ringfence.dsl.compile.Fences;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Problem;
import org.ringfence.dsl.compile.ProblemCode;
import org.ringfence.dsl.rules.RulesFile;

/** Lays out the text of one file. May be used by many threads. */
public final class RulesFormatter {
    private final IParser parser;

    @Inject
    RulesFormatter(IParser parser) {
        this.parser = parser;
    }

    /** The text laid out; lines end as its first line does. */
    public Formatted format(String text) {
        IParseResult parsed;
        try {
            parsed = parser.parse(new StringReader(text));
        } catch (ParseException failure) {
            if (!(Throwables.getRootCause(failure) instanceof StackOverflowError)) {
                throw failure;
            }
            return broken(new Place(0, 0), "this file is nested too deeply");
        }
        List<Problem> problems = problems(parsed);
        if (!problems.isEmpty()) {
            return new Formatted.Broken(problems);
        }
        return new Formatted.Text(print(parsed, text));
    }

    private static Formatted broken(Place place, String message) {
        return new Formatted.Broken(List.of(new Problem(true, place, ProblemCode.SYNTAX, message)));
    }

    /** A literal that is not closed ends with its line, so what follows it must stay there. */
    private static List<Problem> problems(IParseResult parsed) {
        List<Problem> problems = new ArrayList<>();
        for (INode node : parsed.getRootNode().getAsTreeIterable()) {
            Place place = new Place(node.getOffset(), node.getLength());
            if (node.getSyntaxErrorMessage() != null) {
                String message = node.getSyntaxErrorMessage().getMessage();
                problems.add(new Problem(true, place, ProblemCode.SYNTAX, message));
            } else if (node instanceof ILeafNode leaf && !leaf.isHidden()) {
                String complaint = Fences.complaint(leaf.getText());
                if (!complaint.isEmpty()) {
                    problems.add(new Problem(true, place, ProblemCode.LITERAL, complaint));
                }
            }
        }
        return problems;
    }

    private static String print(IParseResult parsed, String text) {
        Layout layout = new Layout((RulesFile) parsed.getRootASTElement());
        int line = text.indexOf('\n');
        Printer printer = new Printer(line > 0 && text.charAt(line - 1) == '\r' ? "\r\n" : "\n");
        for (ILeafNode leaf : parsed.getRootNode().getLeafNodes()) {
            if (leaf.isHidden()) {
                printer.hidden(leaf);
            } else if (leaf.getTotalLength() > 0) {
                printer.token(leaf, layout);
            }
        }
        return printer.finish();
    }
}
