package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.subject.Gap;

/** Reads {@code #define}s: their bodies are code like any other. */
final class Definitions {
    private final Tokens tokens;
    private final Conditionals none;
    private final Dialect dialect;

    Definitions(Tokens tokens, Dialect dialect) {
        this.tokens = tokens;
        this.dialect = dialect;
        this.none = new Conditionals(new Tokens(), new ArrayList<>());
    }

    /** The define of a directive, its gaps added to {@code gaps}. */
    CNode read(Tokens.Directive directive, List<Gap> gaps) {
        int name = directive.from() + 2;
        if (name >= directive.to() || tokens.kind(name) != Tokens.IDENTIFIER) {
            return new CNode("define", "", directive.start(), directive.end(), List.of());
        }
        int body = name + 1;
        List<String> parameters = new ArrayList<>();
        boolean functionLike =
                body < directive.to()
                        && tokens.text(body).equals("(")
                        && tokens.start(body) == tokens.end(name);
        if (functionLike) {
            body++;
            while (body < directive.to() && !tokens.text(body).equals(")")) {
                if (!tokens.text(body).equals(",")) {
                    parameters.add(tokens.text(body));
                }
                body++;
            }
            body = Math.min(body + 1, directive.to());
        }
        return new CNode(
                "define",
                tokens.text(name),
                directive.start(),
                directive.end(),
                body(body, directive.to(), parameters, gaps),
                new CNode.Extra("", functionLike, parameters, -1));
    }

    /** As an expression, else as statements, else as declarations; the reading with fewest gaps. */
    private List<CNode> body(int from, int to, List<String> parameters, List<Gap> gaps) {
        if (from >= to) {
            return List.of();
        }
        List<Gap> asExpression = new ArrayList<>();
        Parser expression = parser(from, to, parameters, asExpression);
        CNode value = expression.expressions.comma();
        if (asExpression.isEmpty() && expression.cursor.atEnd() && !isBlock(from, to)) {
            return List.of(value);
        }
        List<Gap> asStatements = new ArrayList<>();
        List<CNode> statements = new ArrayList<>();
        parser(from, to, parameters, asStatements).statements.all(statements);
        if (asStatements.isEmpty()) {
            return statements;
        }
        List<Gap> asDeclarations = new ArrayList<>();
        List<CNode> declarations = new ArrayList<>();
        parser(from, to, parameters, asDeclarations).externals.all(declarations);
        boolean better = asDeclarations.size() < asStatements.size();
        gaps.addAll(better ? asDeclarations : asStatements);
        return better ? declarations : statements;
    }

    /** Braces around statements rather than around an initialiser. */
    private boolean isBlock(int from, int to) {
        if (!tokens.text(from).equals("{")) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (tokens.text(i).equals(";")) {
                return true;
            }
        }
        return false;
    }

    private Parser parser(int from, int to, List<String> parameters, List<Gap> gaps) {
        StreamBuilder builder = new StreamBuilder(tokens, none, gaps);
        builder.names.addAll(parameters);
        Stream stream = builder.build(from, to);
        return new Parser(stream, dialect, gaps);
    }
}
