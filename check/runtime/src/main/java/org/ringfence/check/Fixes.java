package org.ringfence.check;

import java.util.Optional;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Span;
import org.ringfence.subject.Value;

/** Works out what a fix changes at one match. */
final class Fixes {
    private final Match match;
    private final Source source;

    Fixes(Match match) {
        this.match = match;
        this.source = match.source();
    }

    /** The edit, or nothing where there is no place for it. */
    Optional<Node.Edit> edit(Rule.Change change) {
        if (change instanceof Rule.Change.Replace replace) {
            String code = match.render(replace.code());
            return match.span(replace.target())
                    .map(span -> new Node.Edit(span, indented(code, span.start())));
        } else if (change instanceof Rule.Change.Insert insert) {
            String code = match.render(insert.code());
            return match.span(insert.target()).map(span -> inserted(insert.before(), span, code));
        } else if (change instanceof Rule.Change.Set set) {
            String text = match.render(set.value());
            return node(match.value(set.element())).flatMap(n -> n.set(set.attribute(), text));
        }
        Rule.Change.Add add = (Rule.Change.Add) change;
        String code = match.render(add.code());
        return node(match.value(add.element())).flatMap(node -> node.add(code));
    }

    private static Optional<Node> node(Value value) {
        return value instanceof Value.Element element
                ? Optional.of(element.node())
                : Optional.empty();
    }

    /** A line of its own where the target has one, else on the target's line. */
    private Node.Edit inserted(boolean before, Span target, String code) {
        String indent = indent(target.start());
        String text = indented(code, target.start());
        if (before) {
            int start = target.start();
            boolean first = source.text().substring(lineStart(start), start).isBlank();
            return new Node.Edit(
                    new Span(start, start), first ? text + lineBreak() + indent : text + " ");
        }
        int end = statementEnd(target.end());
        boolean last = restOfLine(end).isBlank();
        return new Node.Edit(new Span(end, end), (last ? lineBreak() + indent : " ") + text);
    }

    /** Behind the semicolon that ends what ends at {@code end}, if nothing else is between. */
    private int statementEnd(int end) {
        int at = end;
        while (at < source.text().length() && " \t".indexOf(source.text().charAt(at)) >= 0) {
            at++;
        }
        boolean ends = at < source.text().length() && source.text().charAt(at) == ';';
        return ends ? at + 1 : end;
    }

    private String restOfLine(int from) {
        String text = source.text();
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return text.substring(from, end);
    }

    private int lineStart(int offset) {
        return offset - (source.position(offset).column() - 1);
    }

    private String indent(int offset) {
        String line = source.text().substring(lineStart(offset), offset);
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** The lines behind the first stand as deep as the line that they come to. */
    private String indented(String code, int at) {
        return code.replace("\n", lineBreak() + indent(at));
    }

    private String lineBreak() {
        return source.text().contains("\r\n") ? "\r\n" : "\n";
    }
}
