package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;

/** Reads declarations of variables, types and functions without a body. */
final class Declarations {
    private final Parser parser;
    private final Cursor cursor;
    private final Types types;

    Declarations(Parser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
        this.types = parser.types;
    }

    /** Whether a declaration begins here rather than an expression. */
    boolean startsHere() {
        int at = cursor.pos;
        String text = cursor.text(at);
        if (Words.isTag(text)
                || Words.isQualifier(text)
                || text.equals("typedef")
                || text.equals("using")) {
            return true;
        }
        if (Words.isTypeWord(text)) {
            return !cursor.is(at + 1, "(") && !cursor.is(at + 1, "{");
        }
        if (!cursor.isWordOrHole(at) && !text.equals("::")) {
            return false;
        }
        int next = types.afterName(at);
        while (Words.isQualifier(cursor.text(next))) {
            next++;
        }
        if (cursor.is(next, ":") && cursor.kind(next + 1) == Tokens.NUMBER) {
            return Words.isKnownType(text);
        }
        if (cursor.isWordOrHole(next) && !cursor.text(next).startsWith("$...")) {
            return isAfterName(types.afterName(next));
        }
        if (cursor.is(next, "*") || cursor.is(next, "&") && cursor.dialect != Dialect.C) {
            int name = types.afterStars(next, cursor.limit);
            boolean address = cursor.is(next, "&");
            if (cursor.isWordOrHole(name)) {
                String after = cursor.text(types.afterName(name));
                return switch (after) {
                    case "=", ":" -> true;
                    case "{" -> cursor.dialect != Dialect.C;
                    case ";", ",", "[" -> !address;
                    case "" -> !cursor.isHole(at) && !address && cursor.dialect != Dialect.PATTERN;
                    default -> false;
                };
            }
            return false;
        }
        return cursor.is(next, "(")
                && cursor.is(next + 1, "*")
                && cursor.isWordOrHole(next + 2)
                && cursor.is(next + 3, ")")
                && cursor.is(next + 4, "(");
    }

    private boolean isAfterName(int at) {
        return switch (cursor.text(at)) {
            case ";", "=", ",", "[", "(", "{", ":", "" -> true;
            default -> false;
        };
    }

    /** A declaration up to its semicolon, which knows where what stands before it ends. */
    CNode local() {
        int from = cursor.pos;
        int before = cursor.end(from - 1);
        if (cursor.is("using")) {
            skipToSemicolon();
            return cursor.leaf("empty", "", from);
        }
        boolean typedef = cursor.is("typedef");
        skipMacros();
        CNode type = specifiers();
        List<CNode> children = new ArrayList<>();
        children.add(type);
        declarators(children);
        if (cursor.dialect != Dialect.PATTERN) {
            trailing();
        }
        if (!cursor.is(";") && !cursor.atEnd() && !cursor.isMarker() && !cursor.is(":")) {
            int odd = cursor.pos;
            skipToSemicolon();
            cursor.gapFrom(odd, "not a declaration");
        }
        boolean prototype = !typedef && children.size() == 2 && children.get(1).is("prototype");
        CNode node =
                prototype
                        ? children.get(1)
                        : cursor.node(typedef ? "typedef" : "declaration", "", from, children);
        cursor.accept(";");
        return new CNode(
                node.kind(),
                node.label(),
                node.start(),
                node.end(),
                node.children(),
                CNode.Extra.type(type.label(), before));
    }

    private void skipToSemicolon() {
        while (!cursor.atEnd() && !cursor.is(";") && !cursor.isMarker()) {
            cursor.pos = cursor.after(cursor.pos);
        }
    }

    /** The type with the stars of the first declarator. */
    private CNode specifiers() {
        int from = cursor.pos;
        if (cursor.is("typedef")) {
            from++;
        }
        int at = from;
        boolean named = false;
        while (at < cursor.limit) {
            String text = cursor.text(at);
            if (Words.isTypeWord(text)) {
                named = true;
                at++;
                if (text.equals("decltype") && cursor.is(at, "(")) {
                    at = cursor.after(at);
                }
            } else if (Words.isQualifier(text)) {
                at++;
            } else if (Words.isTag(text)) {
                named = true;
                at++;
                if (cursor.isWordOrHole(at)) {
                    at = types.afterName(at);
                }
            } else if ((cursor.isWordOrHole(at) || text.equals("::")) && !named) {
                int next = types.afterName(at);
                boolean macro =
                        cursor.isWord(at)
                                && cursor.isWord(next)
                                && cursor.isWord(types.afterName(next));
                named = !macro;
                at = Math.max(at + 1, types.afterName(at));
            } else {
                break;
            }
        }
        at = types.afterStars(at, cursor.limit);
        return types.read(from, at);
    }

    /** What is declared, up to where the declaration ends or cannot be read on. */
    void declarators(List<CNode> into) {
        while (!cursor.atEnd() && !cursor.is(";") && !cursor.isMarker()) {
            int before = cursor.pos;
            cursor.pos = types.afterStars(cursor.pos, cursor.limit);
            CNode declared = declarator();
            boolean unnamed = cursor.is(":") && cursor.kind(cursor.pos + 1) == Tokens.NUMBER;
            if (cursor.pos == before && !unnamed) {
                return;
            }
            into.add(initialised(before, declared));
            if (!cursor.accept(",")) {
                return;
            }
        }
    }

    private CNode declarator() {
        int from = cursor.pos;
        if (cursor.is("(")) {
            return functionPointer(from);
        }
        CNode name;
        if (cursor.isHole(from)) {
            cursor.pos++;
            name = cursor.leaf("hole", cursor.text(from), from);
        } else if (cursor.isWord(from)
                || cursor.is("operator")
                || cursor.is("~")
                || cursor.is("::")) {
            name = declaredName(from);
        } else {
            return cursor.empty();
        }
        while (cursor.is("[")) {
            CNode length = parser.expressions.inside(cursor.closing(cursor.pos));
            name = cursor.node("array", "", from, List.of(name, length));
        }
        if (cursor.is("(") && parser.parameters.isParameterList(cursor.pos)) {
            List<CNode> parameters = List.of(parser.parameters.read());
            while (cursor.is("const") || cursor.is("override") || cursor.is("final")) {
                cursor.pos++;
            }
            return cursor.node("prototype", name.label(), from, parameters);
        }
        return name;
    }

    private CNode declaredName(int from) {
        if (cursor.is("operator")) {
            cursor.pos++;
            while (!cursor.atEnd() && !cursor.is("(")) {
                cursor.pos++;
            }
        } else {
            cursor.pos = Math.max(from + 1, types.afterName(from));
        }
        return cursor.leaf("name", types.words(from, cursor.pos).replace(" ", ""), from);
    }

    /** {@code (*name)(parameters)} or a name in needless brackets. */
    private CNode functionPointer(int from) {
        int close = cursor.closing(from);
        int at = from + 1;
        while (at < close && !cursor.isWordOrHole(at)) {
            at++;
        }
        if (at >= close) {
            return cursor.empty();
        }
        cursor.pos = at + 1;
        CNode name = cursor.leaf(cursor.isHole(at) ? "hole" : "name", cursor.text(at), at);
        cursor.pos = Math.min(close + 1, cursor.limit);
        while (cursor.is("(") || cursor.is("[")) {
            cursor.pos = cursor.after(cursor.pos);
        }
        return name;
    }

    private CNode initialised(int from, CNode declared) {
        boolean field = declared.is("name") || declared.is("empty");
        if (cursor.is(":") && field && cursor.kind(cursor.pos + 1) == Tokens.NUMBER) {
            cursor.pos++;
            CNode width = parser.expressions.conditional();
            return cursor.node("bit-field", "", from, List.of(declared, width));
        }
        if (cursor.is("=")
                && (cursor.is(cursor.pos + 1, "default") || cursor.is(cursor.pos + 1, "delete"))) {
            cursor.pos += 2;
            return declared;
        }
        if (cursor.is("=")) {
            cursor.pos++;
            CNode value =
                    cursor.is("{") ? parser.primaries.list() : parser.expressions.assignment();
            return cursor.node("assign", "=", from, List.of(declared, value));
        }
        if (cursor.is("{") && !declared.is("prototype")) {
            return cursor.node("assign", "=", from, List.of(declared, parser.primaries.list()));
        }
        if (cursor.is("(") && !declared.is("prototype")) {
            int open = cursor.pos;
            List<CNode> arguments = new ArrayList<>();
            parser.primaries.arguments(arguments);
            CNode list = cursor.node("list", "", open, arguments);
            return cursor.node("assign", "=", from, List.of(declared, list));
        }
        return declared;
    }

    /** {@code Name(Type name, ...);} as constructors are declared in a class. */
    boolean isConstructor() {
        int open = types.afterName(cursor.pos);
        return cursor.isWord(cursor.pos)
                && cursor.is(open, "(")
                && cursor.isClosed(open)
                && cursor.closing(open) > open + 1
                && parser.parameters.isParameterList(open);
    }

    /** A declarator alone, up to its semicolon. */
    CNode bare() {
        List<CNode> declared = new ArrayList<>();
        int from = cursor.pos;
        declarators(declared);
        if (cursor.accept(":")) {
            skipToSemicolon();
        }
        CNode node =
                declared.size() == 1
                        ? declared.get(0)
                        : cursor.node("declaration", "", from, declared);
        trailing();
        cursor.accept(";");
        return node;
    }

    /** Macros behind a declarator. */
    private void trailing() {
        while (cursor.isWord(cursor.pos)
                || cursor.is("=")
                || cursor.is("throw")
                || cursor.kind() == Tokens.NUMBER
                || cursor.is("default")
                || cursor.is("delete")) {
            cursor.pos++;
            if (cursor.is("(")) {
                cursor.pos = cursor.after(cursor.pos);
            }
        }
    }

    /** Goes past words that can only be macros: the first of three words in a row. */
    void skipMacros() {
        while (cursor.isWord(cursor.pos)
                && !Words.isKnownType(cursor.text())
                && (cursor.isWord(cursor.pos + 1) && isDeclared(cursor.pos + 2)
                        || cursor.is(cursor.pos + 1, "~")
                        || isSpecifier(cursor.pos + 1))) {
            cursor.pos++;
        }
    }

    private boolean isDeclared(int at) {
        return cursor.isWord(at) || cursor.is(at, "*") && cursor.isWord(at + 1) || isSpecifier(at);
    }

    private boolean isSpecifier(int at) {
        String text = cursor.text(at);
        boolean trailingConst =
                text.equals("const") || text.equals("volatile") || text.equals("CONST");
        return !trailingConst
                && (Words.isTypeWord(text)
                        || Words.isTag(text)
                        || Words.isQualifier(text)
                        || text.equals("typedef"));
    }
}
