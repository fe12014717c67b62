package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.rules.TopicClause;
import org.ringfence.subject.SubjectReader;

/** Says what the tokens of a file are, code in backticks in the words of its own language. */
final class Colours {
    /** The order is that of the numbers sent to the editor. */
    static final List<String> LEGEND =
            List.of(
                    "keyword",
                    "variable",
                    "string",
                    "number",
                    "comment",
                    "function",
                    "property",
                    "type",
                    "enumMember",
                    "operator",
                    "namespace");

    private record Colour(int offset, int length, String type) {}

    private final Document document;
    private final List<Colour> colours = new ArrayList<>();

    private Colours(Document document) {
        this.document = document;
    }

    static SemanticTokens of(Project project, Document document) {
        Colours all = new Colours(document);
        for (ILeafNode token : document.tokens()) {
            Optional<SubjectReader> reader =
                    document.region(token.getOffset()).flatMap(r -> project.reader(r.subject()));
            all.token(token, reader);
        }
        return new SemanticTokens(all.encoded());
    }

    private void add(int offset, int length, String type) {
        if (length > 0) {
            colours.add(new Colour(offset, length, type));
        }
    }

    private void token(ILeafNode token, Optional<SubjectReader> reader) {
        String text = token.getText();
        int at = token.getOffset();
        if (token.isHidden()) {
            if (!text.isBlank()) {
                add(at, text.stripTrailing().length(), "comment");
            }
        } else if (text.startsWith("`")) {
            code(token, reader);
        } else if (text.startsWith("\"")) {
            text(token);
        } else if (text.startsWith("$") || text.startsWith("@")) {
            add(at, text.length(), "variable");
        } else {
            add(at, text.length(), word(token, reader));
        }
    }

    // --- words of the rules language

    private static String word(ILeafNode token, Optional<SubjectReader> reader) {
        String text = token.getText();
        EObject element = token.getGrammarElement();
        if (token.getSemanticElement() instanceof TopicClause && !text.equals("topic")) {
            return "namespace";
        }
        String rule =
                element == null || GrammarUtil.containingRule(element) == null
                        ? ""
                        : GrammarUtil.containingRule(element).getName();
        boolean name = Set.of("Word", "ReferenceName", "QName").contains(rule);
        if (element instanceof Keyword && !name) {
            return Character.isLetter(text.charAt(0)) ? "keyword" : "operator";
        } else if (Character.isDigit(text.charAt(0)) || text.startsWith("-")) {
            return "number";
        }
        if (reader.filter(r -> r.vocabulary().constants().containsKey(text)).isPresent()) {
            return "enumMember";
        }
        return switch (feature(token)) {
            case "function" -> "function";
            case "attribute" -> "property";
            case "name", "importedNamespace", "replacement", "definition", "pattern", "roles" ->
                    "type";
            default -> "enumMember";
        };
    }

    /** What a word is to the grammar, also where a name is made of several. */
    private static String feature(INode token) {
        for (INode node = token; node != null; node = node.getParent()) {
            Assignment assignment =
                    node.getGrammarElement() == null
                            ? null
                            : GrammarUtil.containingAssignment(node.getGrammarElement());
            if (assignment != null) {
                return assignment.getFeature();
            }
        }
        return "";
    }

    // --- texts

    private void text(ILeafNode token) {
        int from = token.getOffset();
        for (Place hole : Holes.of(token)) {
            add(from, hole.offset() - from, "string");
            expression(hole);
            from = hole.offset() + hole.length();
        }
        add(from, token.getOffset() + token.getLength() - from, "string");
    }

    private static final Pattern IN_HOLE =
            Pattern.compile("[$@]\\w+|\"[^\"]*\"|[A-Za-z_][\\w-]*|\\d\\w*");

    private void expression(Place hole) {
        String text = document.text();
        Matcher part = IN_HOLE.matcher(text).region(hole.offset(), hole.offset() + hole.length());
        while (part.find()) {
            char first = part.group().charAt(0);
            String type;
            if (first == '$' || first == '@') {
                type = "variable";
            } else if (first == '"') {
                type = "string";
            } else if (Character.isDigit(first)) {
                type = "number";
            } else if (text.startsWith("(", part.end())) {
                type = "function";
            } else {
                type = text.charAt(part.start() - 1) == '.' ? "property" : "enumMember";
            }
            add(part.start(), part.group().length(), type);
        }
    }

    // --- code

    private void code(ILeafNode token, Optional<SubjectReader> reader) {
        String text = token.getText();
        int fence = text.startsWith("```") ? 3 : 1;
        boolean closed = text.length() >= 2 * fence && text.endsWith("`".repeat(fence));
        int end = closed ? text.length() - fence : text.length();
        add(token.getOffset(), fence, "operator");
        if (reader.isPresent()) {
            for (CodeColours.Piece piece :
                    CodeColours.of(reader.get(), text.substring(fence, end))) {
                add(token.getOffset() + fence + piece.start(), piece.length(), piece.type());
            }
        } else {
            add(token.getOffset() + fence, end - fence, "string");
        }
        if (closed) {
            add(token.getOffset() + end, fence, "operator");
        }
    }

    // --- the protocol's way of writing it down

    private List<Integer> encoded() {
        List<Integer> data = new ArrayList<>();
        int line = 0;
        int character = 0;
        for (Colour colour : colours) {
            for (Colour part : byLine(colour)) {
                var at = document.lines().position(part.offset());
                boolean same = at.getLine() == line;
                data.add(at.getLine() - line);
                data.add(same ? at.getCharacter() - character : at.getCharacter());
                data.add(part.length());
                data.add(LEGEND.indexOf(part.type()));
                data.add(0);
                line = at.getLine();
                character = at.getCharacter();
            }
        }
        return data;
    }

    /** Editors take only pieces that end on their line. */
    private List<Colour> byLine(Colour colour) {
        List<Colour> parts = new ArrayList<>();
        String text = document.text();
        int end = colour.offset() + colour.length();
        int from = colour.offset();
        for (int i = from; i <= end; i++) {
            if (i == end || text.charAt(i) == '\n' || text.charAt(i) == '\r') {
                if (i > from) {
                    parts.add(new Colour(from, i - from, colour.type()));
                }
                from = i + 1;
            }
        }
        return parts;
    }
}
