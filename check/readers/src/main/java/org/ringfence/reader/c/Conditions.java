package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides the conditions of {@code #if} as far as a configuration does. May be used by many
 * threads, since those of an included file serve all that include it.
 */
final class Conditions {
    private static final java.util.regex.Pattern DEFINED =
            java.util.regex.Pattern.compile("defined +(\\w+)");

    private final Configuration configuration;
    private final Map<String, Optional<Boolean>> decided = new ConcurrentHashMap<>();

    Conditions(Configuration configuration) {
        this.configuration = configuration;
    }

    boolean isFalse(String condition) {
        return holds(condition).map(holds -> !holds).orElse(false);
    }

    boolean isTrue(String condition) {
        return holds(condition).orElse(false);
    }

    /**
     * @param condition as {@link Conditionals.Arm} has it
     * @return empty if it is not decided
     */
    Optional<Boolean> holds(String condition) {
        return decided.computeIfAbsent(condition, this::decide);
    }

    private Optional<Boolean> decide(String condition) {
        if (condition.equals("else")) {
            return Optional.empty();
        }
        boolean negated = condition.startsWith("!");
        String word = negated ? condition.substring(1) : condition;
        if (word.matches("[A-Za-z_]\\w*")) {
            // of #ifdef and #if alike: what is defined is taken for true unless it is zero
            return presence(word).map(there -> there != negated);
        }
        String calls = DEFINED.matcher(condition).replaceAll("defined($1)");
        Tokens tokens = Lexer.lex(calls);
        Conditionals none = new Conditionals(new Tokens(), new ArrayList<>());
        Stream stream = new StreamBuilder(tokens, none, new ArrayList<>()).build(0, tokens.size());
        Parser parser = new Parser(stream, Dialect.C, new ArrayList<>());
        CNode expression = parser.expressions.comma();
        if (!parser.cursor.atEnd()) {
            return Optional.empty();
        }
        OptionalLong value = value(expression);
        return value.isPresent() ? Optional.of(value.getAsLong() != 0) : Optional.empty();
    }

    private Optional<Boolean> presence(String name) {
        if (configuration.undefined().contains(name)) {
            return Optional.of(false);
        }
        String value = configuration.defined().get(name);
        return value == null ? Optional.empty() : Optional.of(!value.equals("0"));
    }

    private OptionalLong value(CNode e) {
        return switch (e.kind()) {
            case "number" -> Literals.integer(e.label());
            case "name" -> named(e.label());
            case "call" -> defined(e);
            case "unary" -> {
                OptionalLong operand = value(e.child(0));
                yield operand.isEmpty() ? operand : unary(e.label(), operand.getAsLong());
            }
            case "binary" -> binary(e);
            default -> OptionalLong.empty();
        };
    }

    private OptionalLong named(String name) {
        if (configuration.undefined().contains(name)) {
            return OptionalLong.of(0);
        }
        String value = configuration.defined().get(name);
        return value == null ? OptionalLong.empty() : Literals.integer(value.strip());
    }

    private OptionalLong defined(CNode call) {
        boolean known = call.child(0).label().equals("defined") && call.children().size() == 2;
        if (!known) {
            return OptionalLong.empty();
        }
        String name = call.child(1).label();
        if (configuration.undefined().contains(name)) {
            return OptionalLong.of(0);
        }
        return configuration.defined().containsKey(name)
                ? OptionalLong.of(1)
                : OptionalLong.empty();
    }

    private static OptionalLong unary(String op, long operand) {
        return switch (op) {
            case "!" -> OptionalLong.of(operand == 0 ? 1 : 0);
            case "-" -> OptionalLong.of(-operand);
            case "~" -> OptionalLong.of(~operand);
            case "+" -> OptionalLong.of(operand);
            default -> OptionalLong.empty();
        };
    }

    private OptionalLong binary(CNode e) {
        OptionalLong left = value(e.child(0));
        OptionalLong right = value(e.child(1));
        String op = e.label();
        boolean and = op.equals("&&");
        if (and || op.equals("||")) {
            if (isDecided(left, and) || isDecided(right, and)) {
                return OptionalLong.of(and ? 0 : 1);
            }
        }
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalLong.empty();
        }
        return Arithmetic.apply(op, left.getAsLong(), right.getAsLong());
    }

    /** One side is enough: false of an and, true of an or. */
    private static boolean isDecided(OptionalLong side, boolean and) {
        return side.isPresent() && (side.getAsLong() == 0) == and;
    }
}
