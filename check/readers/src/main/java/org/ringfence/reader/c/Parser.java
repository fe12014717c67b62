package org.ringfence.reader.c;

import java.util.List;
import org.ringfence.subject.Gap;

/** The parsers of one stream, which call each other. */
final class Parser {
    final Cursor cursor;
    final Types types;
    final Expressions expressions;
    final Primaries primaries;
    final Statements statements;
    final Handlers handlers;
    final Declarations declarations;
    final Parameters parameters;
    final Aggregates aggregates;
    final Externals externals;

    Parser(Stream stream, Dialect dialect, List<Gap> gaps) {
        this.cursor = new Cursor(stream, dialect, gaps);
        this.types = new Types(cursor);
        this.expressions = new Expressions(this);
        this.primaries = new Primaries(this);
        this.statements = new Statements(this);
        this.handlers = new Handlers(this);
        this.parameters = new Parameters(this);
        this.aggregates = new Aggregates(this);
        this.declarations = new Declarations(this);
        this.externals = new Externals(this);
    }
}
