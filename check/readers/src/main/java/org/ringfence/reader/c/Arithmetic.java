package org.ringfence.reader.c;

import java.util.OptionalLong;

/** What binary operators make of numbers, wrapping at 64 bits. */
final class Arithmetic {
    private Arithmetic() {}

    /** Empty for what has no value: a division by zero, a shift too far, another operator. */
    static OptionalLong apply(String op, long a, long b) {
        if ((op.equals("/") || op.equals("%")) && b == 0) {
            return OptionalLong.empty();
        }
        if ((op.equals("<<") || op.equals(">>")) && (b < 0 || b > 63)) {
            return OptionalLong.empty();
        }
        return switch (op) {
            case "|" -> OptionalLong.of(a | b);
            case "&" -> OptionalLong.of(a & b);
            case "^" -> OptionalLong.of(a ^ b);
            case "+" -> OptionalLong.of(a + b);
            case "-" -> OptionalLong.of(a - b);
            case "*" -> OptionalLong.of(a * b);
            case "/" -> OptionalLong.of(a / b);
            case "%" -> OptionalLong.of(a % b);
            case "<<" -> OptionalLong.of(a << b);
            case ">>" -> OptionalLong.of(a >> b);
            case "," -> OptionalLong.of(b);
            case "==" -> truth(a == b);
            case "!=" -> truth(a != b);
            case "<" -> truth(a < b);
            case "<=" -> truth(a <= b);
            case ">" -> truth(a > b);
            case ">=" -> truth(a >= b);
            case "&&" -> truth(a != 0 && b != 0);
            case "||" -> truth(a != 0 || b != 0);
            default -> OptionalLong.empty();
        };
    }

    /** Why {@link #apply} gave nothing. */
    static String why(String op, long right) {
        return switch (op) {
            case "/", "%" -> "it divides by zero";
            case "<<", ">>" -> "it shifts by " + right;
            default -> "`" + op + "` does not give a constant";
        };
    }

    private static OptionalLong truth(boolean holds) {
        return OptionalLong.of(holds ? 1 : 0);
    }
}
