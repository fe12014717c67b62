package org.ringfence.reader.c;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ringfence.subject.Node;
import org.ringfence.subject.Value;

/** What constant expressions come to, through the macros, enums and constants of the file. */
final class Constants {
    private static final int MAX_STEPS = 20_000;
    private static final int MAX_DEPTH = 64;
    private static final int MAX_NAMES = 500;

    private final Visible visible;
    private final Locals locals;
    private final Measures measures;
    private final Map<String, Long> known;
    private final Map<String, Value> macroValues = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private int steps;
    private int depth;

    /**
     * @param known numbers of headers that are not at hand
     */
    Constants(Visible visible, Map<String, Long> known, Configuration configuration) {
        this.visible = visible;
        this.locals = new Locals(visible.own());
        this.known = known;
        Layouts layouts =
                new Layouts(visible, configuration.pointerSize(), length -> number(length));
        this.measures = new Measures(visible, locals, layouts);
    }

    private OptionalLong number(CNode e) {
        return evaluate(e, Scope.BODY) instanceof Value.Int number
                ? OptionalLong.of(number.value())
                : OptionalLong.empty();
    }

    /**
     * Where an expression is read.
     *
     * @param bound what the formal parameters of a macro stand for
     * @param inPlace whether names may be variables of the function around it
     */
    record Scope(Map<String, Bound> bound, boolean inPlace) {
        static final Scope NONE = new Scope(Map.of(), true);
        static final Scope BODY = new Scope(Map.of(), false);
    }

    /**
     * @param scope in which the argument was written
     */
    record Bound(CNode argument, Scope scope) {}

    /** A number, or why it is none. */
    Value evaluate(CNode expression) {
        return evaluate(expression, Scope.NONE);
    }

    Value evaluate(CNode expression, Scope scope) {
        if (depth == 0) {
            steps = 0;
        }
        if (++steps > MAX_STEPS || depth >= MAX_DEPTH * 8) {
            return new Value.Unknown("the expression is too large to evaluate");
        }
        depth++;
        try {
            return value(expression, scope);
        } finally {
            depth--;
        }
    }

    /** What a variable was assigned, of anything else that itself. */
    List<CNode> assigned(CNode expression) {
        return locals.assigned(expression);
    }

    /** The type of an expression in words. */
    Value type(CNode expression) {
        return measures.type(expression);
    }

    private Value value(CNode e, Scope scope) {
        return switch (e.kind()) {
            case "number" -> number(Literals.integer(e.label()), e);
            case "char" -> number(Literals.character(e.label()), e);
            case "name" -> name(e, scope);
            case "unary" -> unary(e, scope);
            case "binary" -> binary(e, scope);
            case "conditional" -> {
                Value condition = evaluate(e.child(0), scope);
                yield condition instanceof Value.Int number
                        ? evaluate(e.child(number.value() != 0 ? 1 : 2), scope)
                        : condition;
            }
            case "cast" -> Casts.to(e.child(0).label(), evaluate(e.child(1), scope));
            case "sizeof" -> measured(e, scope);
            case "call" -> call(e, scope);
            case "define" -> body(e);
            case "enumerator" -> named(e.label());
            default ->
                    new Value.Unknown("it is " + CPatterns.article(e.kind()) + ", not a constant");
        };
    }

    /** How many bytes a variable or a field takes. */
    Value room(CNode variable) {
        return measures.size(variable, true);
    }

    /** How a variable or a field is declared. */
    Optional<Declared> declared(CNode variable) {
        return measures.declared(variable, true);
    }

    /** What stands behind typedefs. */
    Declared resolved(Declared declared) {
        return measures.resolved(declared);
    }

    /** Where a field ends, from the start of what it is selected from. */
    Value end(CNode member) {
        return measures.end(member);
    }

    int pointerSize() {
        return measures.pointerSize();
    }

    boolean isMacro(String name) {
        return !visible.macros(name).isEmpty();
    }

    /**
     * The names in an expression and in what they stand for, in the order in which they are met.
     */
    Value names(CNode expression) {
        Set<String> found = new LinkedHashSet<>();
        names(expression, found);
        return new Value.Many(found.stream().<Value>map(Value.Text::new).toList());
    }

    private void names(CNode e, Set<String> into) {
        if (into.size() >= MAX_NAMES) {
            return;
        }
        if (e.is("name") && into.add(e.label())) {
            if (locals.meaning(e) instanceof Locals.Values values) {
                values.values().forEach(value -> names(value, into));
            } else {
                visible.macros(e.label())
                        .forEach(
                                define ->
                                        define.children()
                                                .forEach(child -> names((CNode) child, into)));
            }
        }
        e.children().forEach(child -> names((CNode) child, into));
    }

    private static Value number(OptionalLong value, CNode e) {
        return value.isPresent()
                ? new Value.Int(value.getAsLong())
                : new Value.Unknown("`" + e.label() + "` is not an integer");
    }

    private Value measured(CNode e, Scope scope) {
        return measures.size(argument(e.child(0), scope), scope.inPlace());
    }

    /** What a formal parameter stands for, through macros that pass it on. */
    static CNode argument(CNode e, Scope scope) {
        CNode now = e;
        Scope in = scope;
        for (int i = 0; i < MAX_DEPTH && (now.is("name") || now.is("type")); i++) {
            Bound bound = in.bound().get(now.label());
            if (bound == null) {
                break;
            }
            now = bound.argument();
            in = bound.scope();
        }
        return now;
    }

    private Value name(CNode e, Scope scope) {
        Bound bound = scope.bound().get(e.label());
        if (bound != null) {
            return evaluate(bound.argument(), bound.scope());
        }
        if (scope.inPlace()) {
            Locals.Meaning local = locals.meaning(e);
            if (local instanceof Locals.Changing changing) {
                return new Value.Unknown(changing.why());
            }
            if (local instanceof Locals.Values values) {
                return together(values.values(), scope);
            }
        }
        return named(e.label());
    }

    private Value together(List<CNode> values, Scope scope) {
        long all = 0;
        for (CNode value : values) {
            if (!(evaluate(value, scope) instanceof Value.Int number)) {
                return evaluate(value, scope);
            }
            all |= number.value();
        }
        return new Value.Int(all);
    }

    private Value named(String name) {
        if (!visible.own().macros(name).isEmpty()) {
            return macro(name);
        }
        Long value = known.get(name);
        if (value != null) {
            return new Value.Int(value);
        }
        if (!visible.macros(name).isEmpty()) {
            return macro(name);
        }
        Optional<Symbols.Enumerator> enumerator = visible.enumerator(name);
        if (enumerator.isPresent()) {
            return once(name, () -> enumerator(enumerator.get()));
        }
        Optional<CNode> variable = visible.variable(name);
        return variable.isPresent()
                ? once(name, () -> evaluate(variable.get(), Scope.BODY))
                : new Value.Unknown("`" + name + "` is not a constant here");
    }

    private Value macro(String name) {
        return once(
                name,
                () -> {
                    Value agreed = null;
                    for (CNode define : visible.macros(name)) {
                        Value value =
                                define.functionLike()
                                        ? new Value.Unknown("`" + name + "` takes arguments")
                                        : body(define);
                        if (agreed != null && !agreed.equals(value)) {
                            return new Value.Unknown("`" + name + "` is defined in several ways");
                        }
                        agreed = value;
                    }
                    return agreed;
                });
    }

    private Value body(CNode define) {
        boolean expression = define.children().size() == 1;
        return expression
                ? evaluate(define.child(0), Scope.BODY)
                : new Value.Unknown("`" + define.label() + "` is not one expression");
    }

    /** A name's value is found once; a name that needs itself has none. */
    private Value once(String name, java.util.function.Supplier<Value> compute) {
        Value seen = macroValues.get(name);
        if (seen != null) {
            return seen;
        }
        if (!open.add(name)) {
            return new Value.Unknown("`" + name + "` is defined by itself");
        }
        Value value;
        try {
            value = compute.get();
        } finally {
            open.remove(name);
        }
        if (open.isEmpty() || value instanceof Value.Int) {
            macroValues.put(name, value);
        }
        return value;
    }

    private Value enumerator(Symbols.Enumerator found) {
        int from = found.index();
        while (from >= 0 && found.members().get(from).children().isEmpty()) {
            from--;
        }
        if (from < 0) {
            return new Value.Int(found.index());
        }
        Node explicit = found.members().get(from).children().get(0);
        Value start = evaluate((CNode) explicit, Scope.BODY);
        return start instanceof Value.Int number
                ? new Value.Int(number.value() + found.index() - from)
                : start;
    }

    private Value unary(CNode e, Scope scope) {
        String op = e.label();
        if (op.equals("&")
                || op.equals("*")
                || op.equals("++")
                || op.equals("--")
                || op.equals("#")) {
            return new Value.Unknown("`" + op + "` does not give a constant");
        }
        Value operand = evaluate(e.child(0), scope);
        if (!(operand instanceof Value.Int number)) {
            return operand;
        }
        long value = number.value();
        return new Value.Int(
                switch (op) {
                    case "-" -> -value;
                    case "~" -> ~value;
                    case "!" -> value == 0 ? 1 : 0;
                    default -> value;
                });
    }

    private Value binary(CNode e, Scope scope) {
        Value left = evaluate(e.child(0), scope);
        Value right = evaluate(e.child(1), scope);
        if (!(left instanceof Value.Int)) {
            return left;
        }
        if (!(right instanceof Value.Int)) {
            return right;
        }
        long a = ((Value.Int) left).value();
        long b = ((Value.Int) right).value();
        OptionalLong value = Arithmetic.apply(e.label(), a, b);
        return value.isPresent()
                ? new Value.Int(value.getAsLong())
                : new Value.Unknown(Arithmetic.why(e.label(), b));
    }

    private Value call(CNode call, Scope scope) {
        if (!call.child(0).is("name")) {
            return new Value.Unknown("it is a call");
        }
        String callee = call.child(0).label();
        if (callee.equals("CTL_CODE") && call.children().size() == 5) {
            return controlCode(call, scope);
        }
        Optional<Value> measured =
                measures.call(call, at -> argument(call.child(at), scope), scope.inPlace());
        if (measured.isPresent()) {
            return measured.get();
        }
        for (CNode define : visible.macros(callee)) {
            if (define.functionLike() && define.children().size() == 1) {
                return evaluate(define.child(0), bind(define, call, scope));
            }
        }
        return new Value.Unknown("it is a call of `" + callee + "`");
    }

    /** The scope in which a macro's body is read for a call. */
    static Scope bind(CNode define, CNode call, Scope scope) {
        Map<String, Bound> bound = new HashMap<>();
        List<String> parameters = define.parameters();
        for (int i = 0; i < parameters.size() && i + 1 < call.children().size(); i++) {
            bound.put(parameters.get(i), new Bound(call.child(i + 1), scope));
        }
        return new Scope(bound, false);
    }

    private Value controlCode(CNode call, Scope scope) {
        long[] parts = new long[4];
        for (int i = 0; i < 4; i++) {
            Value part = evaluate(call.child(i + 1), scope);
            if (!(part instanceof Value.Int number)) {
                return part;
            }
            parts[i] = number.value();
        }
        return new Value.Int(join(parts));
    }

    /**
     * A control code of its parts.
     *
     * @param parts device type, function, method, access: the order of CTL_CODE
     */
    static long join(long[] parts) {
        return (parts[0] << 16 | parts[3] << 14 | parts[1] << 2 | parts[2]) & 0xFFFFFFFFL;
    }
}
