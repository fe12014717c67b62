package org.ringfence.reader.c;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.ringfence.subject.Value;

/** What {@code sizeof}, {@code offsetof} and the macros of their kind come to. */
final class Measures {
    private final Visible visible;
    private final Locals locals;
    private final Layouts layouts;

    Measures(Visible visible, Locals locals, Layouts layouts) {
        this.visible = visible;
        this.locals = locals;
        this.layouts = layouts;
    }

    /**
     * @param inPlace whether names may be variables of the function around it
     */
    Value size(CNode of, boolean inPlace) {
        if (of.is("string")) {
            return Casts.size(of);
        }
        return declared(of, inPlace)
                .flatMap(layouts::extent)
                .<Value>map(extent -> new Value.Int(extent.size()))
                .orElseGet(() -> unknown("size", of));
    }

    /**
     * The type of an expression in words, typedefs looked through: {@code ULONG}, {@code _REQUEST
     * *}, {@code WCHAR []}.
     */
    Value type(CNode of) {
        return declared(of, true)
                .map(layouts::resolved)
                .flatMap(Measures::words)
                .<Value>map(Value.Text::new)
                .orElseGet(() -> unknown("type", of));
    }

    private static Optional<String> words(Declared type) {
        String plain = type.base().is("struct") ? type.base().label() : type.plain();
        boolean known =
                type.base().is("struct")
                        || type.base().is("enum")
                        || type.isPointer()
                        || Casts.size(plain, 8) > 0;
        String stars = " *".repeat(type.stars());
        if (Words.isPointerSized(plain) && plain.matches("L?P[A-Z].*")) {
            plain = plain.substring(plain.indexOf('P') + 1);
            stars = " *" + stars;
        }
        String all = plain + stars + (type.lengths().isEmpty() ? "" : " []");
        return known ? Optional.of(all.strip()) : Optional.empty();
    }

    private static Value unknown(String what, CNode of) {
        String label = of.label().isEmpty() ? of.kind() : of.label();
        return new Value.Unknown("the " + what + " of `" + label + "` is not known here");
    }

    /**
     * A call of one of the macros that measure.
     *
     * @param argument what stands at a place, counted from 1
     * @return empty for a call of anything else
     */
    Optional<Value> call(CNode call, IntFunction<CNode> argument, boolean inPlace) {
        int count = call.children().size() - 1;
        String callee = call.child(0).label();
        boolean field = count == 2;
        return switch (callee) {
            case "offsetof", "FIELD_OFFSET", "UFIELD_OFFSET" ->
                    field
                            ? Optional.of(offset(argument.apply(1), argument.apply(2)))
                            : Optional.empty();
            case "RTL_FIELD_SIZE" ->
                    field
                            ? Optional.of(fieldSize(argument.apply(1), argument.apply(2)))
                            : Optional.empty();
            case "RTL_SIZEOF_THROUGH_FIELD" ->
                    field
                            ? Optional.of(through(argument.apply(1), argument.apply(2)))
                            : Optional.empty();
            case "ARRAYSIZE", "RTL_NUMBER_OF", "_countof", "_ARRAYSIZE" ->
                    count == 1 ? Optional.of(length(argument.apply(1), inPlace)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Value offset(CNode type, CNode path) {
        return field(type, path)
                .<Value>map(field -> new Value.Int(field.offset()))
                .orElseGet(() -> unknown("offset", path));
    }

    private Value fieldSize(CNode type, CNode path) {
        return field(type, path)
                .flatMap(field -> layouts.extent(field.declared()))
                .<Value>map(extent -> new Value.Int(extent.size()))
                .orElseGet(() -> unknown("size", path));
    }

    private Value through(CNode type, CNode path) {
        return offset(type, path) instanceof Value.Int offset
                        && fieldSize(type, path) instanceof Value.Int size
                ? new Value.Int(offset.value() + size.value())
                : unknown("size", path);
    }

    private Value length(CNode array, boolean inPlace) {
        Optional<Declared> declared = declared(array, inPlace);
        if (declared.isEmpty() || declared.get().lengths().isEmpty()) {
            return unknown("length", array);
        }
        Optional<Layouts.Extent> all = layouts.extent(declared.get());
        Optional<Layouts.Extent> one = layouts.extent(declared.get().element());
        return all.isPresent() && one.isPresent() && one.get().size() > 0
                ? new Value.Int(all.get().size() / one.get().size())
                : unknown("length", array);
    }

    /** {@code a}, {@code a.b} or {@code a.b[0]} of a type. */
    private Optional<Layouts.Field> field(CNode type, CNode path) {
        if (path.is("member")) {
            return field(type, path.child(0))
                    .flatMap(
                            outer ->
                                    layouts.field(outer.declared(), path.child(1).label())
                                            .map(
                                                    inner ->
                                                            new Layouts.Field(
                                                                    outer.offset() + inner.offset(),
                                                                    inner.declared())));
        }
        boolean named = path.is("name") || path.is("type");
        return named
                ? declared(type, false).flatMap(of -> layouts.field(of, path.label()))
                : Optional.empty();
    }

    /** What the type of an expression is. */
    int pointerSize() {
        return layouts.pointerSize();
    }

    /** Where a field ends, from the start of what the pointer points to. */
    Value end(CNode member) {
        long offset = 0;
        CNode at = member;
        Optional<Layouts.Extent> last = declared(member, true).flatMap(layouts::extent);
        while (at.is("member") && last.isPresent()) {
            boolean pointer = at.label().equals("->");
            String field = at.child(1).label();
            Optional<Layouts.Field> found =
                    declared(at.child(0), true)
                            .flatMap(of -> layouts.field(pointer ? pointee(of) : of, field));
            if (found.isEmpty()) {
                return unknown("offset", at.child(1));
            }
            offset += found.get().offset();
            if (pointer) {
                return new Value.Int(offset + last.get().size());
            }
            at = at.child(0);
        }
        return unknown("offset", member);
    }

    Declared resolved(Declared declared) {
        return layouts.resolved(declared);
    }

    Optional<Declared> declared(CNode e, boolean inPlace) {
        return switch (e.kind()) {
            case "type" -> Optional.of(Declared.type(visible.own(), e));
            case "name" -> named(e, inPlace);
            case "cast" -> Optional.of(Declared.type(visible.own(), e.child(0)));
            case "member" ->
                    declared(e.child(0), inPlace)
                            .flatMap(
                                    of ->
                                            layouts.field(
                                                    e.label().equals("->") ? pointee(of) : of,
                                                    e.child(1).label()))
                            .map(Layouts.Field::declared);
            case "index" -> declared(e.child(0), inPlace).map(this::element);
            case "unary" ->
                    e.label().equals("*")
                            ? declared(e.child(0), inPlace).map(this::element)
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private Optional<Declared> named(CNode e, boolean inPlace) {
        Optional<Declared> variable = inPlace ? locals.declared(e) : Optional.empty();
        if (variable.isEmpty() && inPlace) {
            variable = visible.global(e.label());
        }
        return variable.isPresent() ? variable : Optional.of(Declared.type(visible.own(), e));
    }

    private Declared pointee(Declared of) {
        Declared resolved = of.isPointer() ? of : layouts.resolved(of);
        if (resolved.isPointer()) {
            return resolved.pointee();
        }
        String name = resolved.plain();
        boolean named = name.startsWith("P") && Casts.size(name.substring(1), 8) > 0;
        CNode base = resolved.base();
        return named
                ? Declared.type(
                        resolved.home(),
                        new CNode("type", name.substring(1), base.start(), base.end(), List.of()))
                : resolved;
    }

    private Declared element(Declared of) {
        Declared resolved = of.lengths().isEmpty() ? layouts.resolved(of) : of;
        return resolved.lengths().isEmpty() ? pointee(resolved) : resolved.element();
    }
}
