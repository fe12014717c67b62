package org.ringfence.reader.c;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Value;

/** How much room there is where a pointer points to, if that is fixed. */
final class Capacities {
    /** Which argument of an allocation is its size, counted from 1. */
    private static final Map<String, Integer> ALLOCATIONS =
            Map.of(
                    "ExAllocatePool", 2,
                    "ExAllocatePool2", 2,
                    "ExAllocatePool3", 2,
                    "ExAllocatePoolZero", 2,
                    "ExAllocatePoolUninitialized", 2,
                    "ExAllocatePoolWithTag", 2,
                    "ExAllocatePoolWithQuotaTag", 2,
                    "ExAllocatePoolQuotaZero", 2);

    private static final Set<String> POINTERS =
            Set.of(
                    "PVOID",
                    "LPVOID",
                    "PVOID64",
                    "PUCHAR",
                    "PCHAR",
                    "PULONG",
                    "PUSHORT",
                    "PWSTR",
                    "PWCHAR",
                    "PCWSTR",
                    "PSTR",
                    "PCSTR",
                    "PULONG64",
                    "PULONGLONG",
                    "PULONG_PTR",
                    "PSIZE_T",
                    "PBYTE",
                    "PDWORD",
                    "PLONG",
                    "PLARGE_INTEGER");

    private final Constants constants;
    private final Locals locals;

    Capacities(Constants constants, Locals locals) {
        this.constants = constants;
        this.locals = locals;
    }

    /** A number of bytes; absent where the room is not fixed, unknown where it is but not known. */
    Value capacity(CNode pointer) {
        CNode plain = stripped(pointer);
        if (plain.is("unary") && plain.label().equals("&")) {
            CNode variable = plain.child(0);
            boolean whole = variable.is("name") || variable.is("member");
            return whole ? constants.room(variable) : new Value.Absent();
        }
        if (plain.is("string")) {
            return constants.room(plain);
        }
        if (!plain.is("name") && !plain.is("member")) {
            return new Value.Absent();
        }
        Optional<Declared> declared = constants.declared(plain);
        if (declared.isPresent() && !declared.get().lengths().isEmpty()) {
            return declared.get().isPointer() && declared.get().lengths().isEmpty()
                    ? new Value.Absent()
                    : room(plain, declared.get());
        }
        boolean local = plain.is("name") && declared.isPresent();
        return local
                        && locals.meaning(plain) instanceof Locals.Values values
                        && values.values().size() == 1
                ? allocated(stripped(values.values().get(0)))
                : new Value.Absent();
    }

    /** Up to where an access goes, counted in bytes from the pointer. */
    Value extent(CNode access) {
        CNode plain = stripped(access);
        if (plain.is("member")) {
            return constants.end(plain);
        }
        boolean first = plain.is("unary") && plain.label().equals("*");
        return first ? constants.room(plain) : new Value.Unknown("how far it goes is not known");
    }

    /** In how many bytes a number is worked out. */
    Value width(CNode number) {
        return switch (number.kind()) {
            case "number", "char" -> new Value.Int(4);
            case "cast" -> constants.room(number.child(0));
            case "sizeof" -> new Value.Int(constants.pointerSize());
            case "call" ->
                    number.child(0).label().endsWith("FIELD_OFFSET")
                            ? new Value.Int(4)
                            : new Value.Unknown("it is a call");
            case "binary" -> wider(width(number.child(0)), width(number.child(1)));
            case "name" ->
                    constants.isMacro(number.label()) ? macro(number) : constants.room(number);
            default -> constants.room(number);
        };
    }

    private Value macro(CNode name) {
        return constants.evaluate(name) instanceof Value.Int
                ? new Value.Int(4)
                : new Value.Unknown("`" + name.label() + "` is not known here");
    }

    private static Value wider(Value one, Value other) {
        if (one instanceof Value.Int a && other instanceof Value.Int b) {
            return new Value.Int(Math.max(a.value(), b.value()));
        }
        return one instanceof Value.Int ? other : one;
    }

    /** What something is by its declaration. */
    Value shape(CNode expression) {
        Optional<Declared> declared = constants.declared(stripped(expression));
        if (declared.isEmpty()) {
            return new Value.Unknown("its declaration is not known here");
        }
        Declared meant = constants.resolved(declared.get());
        if (!meant.lengths().isEmpty()) {
            return new Value.Text("array");
        } else if (meant.isPointer() || POINTERS.contains(meant.plain())) {
            return new Value.Text("pointer");
        } else if (meant.base().is("struct")) {
            return new Value.Text("structure");
        }
        return constants.room(stripped(expression)) instanceof Value.Int
                ? new Value.Text("number")
                : new Value.Unknown("`" + meant.plain() + "` is not known here");
    }

    /** An array without a length, or of one element at the end of a structure, may go on. */
    private Value room(CNode array, Declared declared) {
        CNode length = declared.lengths().get(0);
        boolean open = length.is("empty") || array.is("member") && isAtMostOne(length);
        return open ? new Value.Absent() : constants.room(array);
    }

    private boolean isAtMostOne(CNode length) {
        Value value = constants.evaluate(length);
        return !(value instanceof Value.Int number) || number.value() <= 1;
    }

    private Value allocated(CNode call) {
        if (call.is("string")) {
            return constants.room(call);
        }
        if (!call.is("call")) {
            return new Value.Absent();
        }
        Integer place = ALLOCATIONS.get(call.child(0).label());
        if (place == null || place >= call.children().size()) {
            return new Value.Absent();
        }
        CNode size = call.child(place);
        Value value = constants.evaluate(size);
        if (value instanceof Value.Int) {
            return value;
        }
        return isFixed(size) ? value : new Value.Absent();
    }

    /** Whether nothing but constants stands in it, even if their values are not known. */
    private boolean isFixed(CNode size) {
        return switch (size.kind()) {
            case "number", "sizeof", "char" -> true;
            case "name" -> constants.isMacro(size.label());
            case "cast" -> isFixed(size.child(1));
            case "binary" -> isFixed(size.child(0)) && isFixed(size.child(1));
            default -> false;
        };
    }

    private static CNode stripped(CNode node) {
        CNode at = node;
        while (at.is("cast") && at.children().size() > 1) {
            at = at.child(1);
        }
        return at;
    }
}
