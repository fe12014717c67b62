package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;

/** Reads expressions: operators by precedence, casts, and what is applied to an operand. */
final class Expressions {
    private final Parser parser;
    private final Cursor cursor;

    Expressions(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    /** With commas. */
    CNode comma() {
        int from = cursor.pos;
        CNode left = assignment();
        while (cursor.is(",") && !cursor.atEnd()) {
            cursor.pos++;
            CNode right = assignment();
            left = cursor.node("binary", ",", from, List.of(left, right));
        }
        return left;
    }

    /** Without commas at the top. */
    CNode assignment() {
        int from = cursor.pos;
        if (!cursor.enter()) {
            return tooDeep(from);
        }
        try {
            CNode left = conditional();
            String op = cursor.text();
            if (isAssignment(op)) {
                cursor.pos++;
                CNode right = cursor.is("{") ? parser.primaries.list() : needed(assignment());
                return cursor.node("assign", op, from, List.of(left, right));
            }
            return left;
        } finally {
            cursor.leave();
        }
    }

    private static boolean isAssignment(String op) {
        return switch (op) {
            case "=", "|=", "&=", "+=", "-=", "*=", "/=", "%=", "^=", "<<=", ">>=" -> true;
            default -> false;
        };
    }

    private CNode tooDeep(int from) {
        while (!cursor.atEnd() && !cursor.is(";") && !cursor.is(",") && !cursor.isMarker()) {
            cursor.pos = cursor.after(cursor.pos);
        }
        cursor.gapFrom(from, "an expression that is nested too deeply");
        return cursor.leaf("opaque", "", from);
    }

    CNode conditional() {
        int from = cursor.pos;
        CNode condition = binary(0);
        if (!cursor.is("?")) {
            return condition;
        }
        cursor.pos++;
        CNode yes = cursor.is(":") ? cursor.empty() : comma();
        cursor.accept(":");
        CNode no = assignment();
        return cursor.node("conditional", "", from, List.of(condition, yes, no));
    }

    /** 0 for what is no binary operator. */
    private int precedence(String op) {
        return switch (op) {
            case "||" -> 1;
            case "&&" -> 2;
            case "|" -> 3;
            case "^" -> 4;
            case "&" -> 5;
            case "==", "!=" -> 6;
            case "<", ">", "<=", ">=" -> 7;
            case "<<", ">>" -> 8;
            case "+", "-" -> 9;
            case "*", "/", "%" -> 10;
            case ".*", "->*" -> 11;
            case "##" -> 12;
            default -> 0;
        };
    }

    private CNode binary(int above) {
        int from = cursor.pos;
        CNode left = unary();
        while (true) {
            String op = cursor.text();
            int precedence = precedence(op);
            if (precedence <= above) {
                return left;
            }
            cursor.pos++;
            CNode right = needed(binary(precedence));
            left =
                    op.equals("##") && isWord(left) && isWord(right)
                            ? cursor.leaf("name", left.label() + "##" + right.label(), from)
                            : cursor.node("binary", op, from, List.of(left, right));
        }
    }

    /** The operand of the operator before it. */
    private CNode needed(CNode operand) {
        if (operand.is("empty")) {
            cursor.gapFrom(cursor.pos - 1, "an operator without an operand");
        }
        return operand;
    }

    private static boolean isWord(CNode node) {
        return node.is("name") || node.is("number");
    }

    private record Prefix(String op, int from, CNode type) {}

    /**
     * Prefix operators and casts are gathered and then wrapped, so that a long row is no recursion.
     */
    CNode unary() {
        List<Prefix> prefixes = new ArrayList<>();
        while (true) {
            int from = cursor.pos;
            String op = cursor.text();
            if (op.equals("##")) {
                cursor.pos++;
            } else if (isPrefix(op) && !isJoinedText(from)) {
                cursor.pos++;
                prefixes.add(new Prefix(op, from, null));
            } else if (op.equals("(")) {
                int close = cursor.closing(from);
                if (!isCast(from, close)) {
                    break;
                }
                CNode type = parser.types.read(from + 1, close);
                cursor.pos = close + 1;
                prefixes.add(new Prefix("", from, type));
            } else {
                break;
            }
        }
        CNode operand = prefixes.isEmpty() ? operand() : needed(operand());
        for (int i = prefixes.size() - 1; i >= 0; i--) {
            Prefix prefix = prefixes.get(i);
            operand =
                    prefix.type() == null
                            ? cursor.node("unary", prefix.op(), prefix.from(), List.of(operand))
                            : cursor.node(
                                    "cast", "", prefix.from(), List.of(prefix.type(), operand));
        }
        return operand;
    }

    /** {@code #x "..."}. */
    private boolean isJoinedText(int at) {
        return parser.primaries.isStringised(at) && cursor.kind(at + 2) == Tokens.STRING;
    }

    private boolean isPrefix(String op) {
        return switch (op) {
            case "!", "~", "-", "+", "*", "&", "++", "--", "#" ->
                    cursor.kind() == Tokens.PUNCTUATOR;
            case "&&" -> true;
            default -> false;
        };
    }

    private CNode operand() {
        return switch (cursor.text()) {
            case "sizeof", "__alignof", "alignof", "_Alignof", "TYPE_ALIGNMENT" -> measured();
            default -> suffixes(cursor.pos, parser.primaries.primary());
        };
    }

    private CNode measured() {
        int from = cursor.pos++;
        String label = cursor.text(from).equals("sizeof") ? "" : cursor.text(from);
        if (cursor.is("...")) {
            cursor.pos++;
        }
        if (cursor.is("(") && cursor.isClosed(cursor.pos)) {
            int open = cursor.pos;
            int close = cursor.closing(open);
            if (parser.types.looks(open + 1, close) == Types.Looks.TYPE) {
                CNode type = parser.types.read(open + 1, close);
                cursor.pos = close + 1;
                return cursor.node("sizeof", label, from, List.of(type));
            }
        }
        CNode value = cursor.enter() ? measuredValue() : tooDeep(cursor.pos);
        return cursor.node("sizeof", label, from, List.of(value));
    }

    private CNode measuredValue() {
        try {
            return unary();
        } finally {
            cursor.leave();
        }
    }

    private boolean isCast(int open, int close) {
        if (!cursor.isClosed(open) || close == open + 1) {
            return false;
        }
        Types.Looks looks = parser.types.looks(open + 1, close);
        if (looks == Types.Looks.OTHER) {
            return false;
        }
        int next = close + 1;
        String text = cursor.text(next);
        boolean sure = looks == Types.Looks.TYPE;
        String name = cursor.text(close - 1);
        return switch (cursor.kind(next)) {
            case Tokens.NUMBER, Tokens.STRING, Tokens.CHAR -> true;
            case Tokens.HOLE -> !text.startsWith("$...");
            case Tokens.IDENTIFIER ->
                    !cursor.isKeyword(text) || text.equals("sizeof") || text.equals("new");
            default ->
                    switch (text) {
                        case "!", "~" -> true;
                        case "(" ->
                                sure
                                        || Words.looksLikeType(name)
                                        || cursor.isHole(open + 1)
                                        || convertsOne(name, next);
                        case "{" -> sure || Words.isKnownType(name);
                        case "-", "+", "++", "--" -> sure || Words.isKnownType(name);
                        case "*", "&" ->
                                sure
                                        || Words.isKnownType(name)
                                        || name.startsWith("P")
                                                && Words.looksLikeType(name)
                                                && cursor.touchesNext(close)
                                                && cursor.touchesNext(next);
                        case "::" -> sure || Words.isKnownType(name);
                        case "[" -> sure;
                        default -> false;
                    };
        };
    }

    /**
     * {@code (u1Byte)(value)}: a name of several words in brackets before one value is far likelier
     * a cast than a call, unless it says that it is a function.
     */
    private boolean convertsOne(String name, int open) {
        if (cursor.dialect == Dialect.PATTERN
                || !cursor.isClosed(open)
                || !Words.isCamelCase(name)
                || Words.namesFunction(name)) {
            return false;
        }
        int close = cursor.closing(open);
        int at = open + 1;
        while (at < close && !cursor.is(at, ",")) {
            at = cursor.after(at);
        }
        return at >= close && close > open + 1;
    }

    private CNode suffixes(int from, CNode operand) {
        CNode node = operand;
        while (true) {
            String text = cursor.text();
            switch (text) {
                case "(" -> {
                    List<CNode> children = new ArrayList<>();
                    children.add(node);
                    parser.primaries.arguments(children);
                    node = cursor.node("call", "", from, children);
                }
                case "[" -> {
                    int close = cursor.closing(cursor.pos);
                    CNode index = inside(close);
                    node = cursor.node("index", "", from, List.of(node, index));
                }
                case "->", "." -> {
                    cursor.pos++;
                    node = cursor.node("member", text, from, List.of(node, field()));
                }
                case "++", "--" -> {
                    cursor.pos++;
                    node = cursor.node("postfix", text, from, List.of(node));
                }
                case "..." -> {
                    if (cursor.dialect == Dialect.C) {
                        return node;
                    }
                    cursor.pos++;
                }
                default -> {
                    return node;
                }
            }
        }
    }

    private CNode field() {
        int from = cursor.pos;
        cursor.accept("template");
        cursor.accept("~");
        if (cursor.isHole(cursor.pos)) {
            cursor.pos++;
            return cursor.leaf("hole", cursor.text(from), from);
        }
        if (cursor.kind() == Tokens.IDENTIFIER) {
            String name = cursor.text(cursor.pos++);
            if (name.equals("operator")) {
                while (cursor.kind() == Tokens.PUNCTUATOR && !cursor.is("(")) {
                    cursor.pos++;
                }
            }
            int after = parser.types.afterName(from);
            if (after > cursor.pos && cursor.is(cursor.pos, "<") && cursor.is(after, "(")
                    || after > cursor.pos && cursor.is(cursor.pos, "::")) {
                cursor.pos = after;
            }
            return cursor.leaf("name", name, from);
        }
        return cursor.empty();
    }

    /**
     * What stands in the bracket at the current place, commas included; the place after is behind
     * the bracket.
     */
    CNode inside(int close) {
        int open = cursor.pos;
        if (!cursor.enter()) {
            cursor.pos = Math.min(close + 1, cursor.limit);
            cursor.gapFrom(open, "brackets that are nested too deeply");
            return cursor.leaf("opaque", "", open);
        }
        int outer = cursor.limit;
        cursor.pos++;
        cursor.limit = close;
        CNode inner = cursor.atEnd() ? cursor.empty() : comma();
        List<CNode> pieces = parser.primaries.rest(inner, ";");
        CNode result = pieces.size() == 1 ? inner : cursor.node("opaque", "", open + 1, pieces);
        cursor.limit = outer;
        cursor.leave();
        if (close >= outer) {
            cursor.gapFrom(open, "a bracket that is not closed");
        }
        cursor.pos = Math.min(close + 1, outer);
        return result;
    }
}
