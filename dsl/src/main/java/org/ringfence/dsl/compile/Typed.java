package org.ringfence.dsl.compile;

import org.ringfence.rule.Expr;
import org.ringfence.subject.Vocabulary.Type;

/**
 * A compiled expression and what is known of its value.
 *
 * @param kind the node kind of an element, or of the elements of a list; empty where it is open
 */
record Typed(Expr expr, Type type, String kind) {
    /** Stands for an expression that was reported as wrong: it fits everywhere. */
    static final Typed BROKEN = new Typed(new Expr.Text(""), Type.ANY, "");

    static Typed of(Expr expr, Type type) {
        return new Typed(expr, type, "");
    }

    boolean is(Type wanted) {
        return type == wanted || type == Type.ANY;
    }

    /** For messages: {@code a number}. */
    static String words(Type type) {
        return switch (type) {
            case NUMBER -> "a number";
            case TEXT -> "a text";
            case TRUTH -> "true or false";
            case ELEMENT -> "a piece of the subject";
            case LIST -> "a list";
            case ANY -> "anything";
        };
    }
}
