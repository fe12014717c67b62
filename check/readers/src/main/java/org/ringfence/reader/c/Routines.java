package org.ringfence.reader.c;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ringfence.subject.Value;

/** What is known of the routines that a file calls and declares. */
final class Routines {
    private static final Value.Absent NONE = new Value.Absent();

    private final Visible visible;

    Routines(Visible visible) {
        this.visible = visible;
    }

    /**
     * A function of the vocabulary.
     *
     * @param given the other arguments
     */
    Value apply(String function, CNode node, List<Value> given) {
        String name = name(node);
        Value first = given.isEmpty() ? NONE : given.get(0);
        return switch (function) {
            case "irql" -> irql(name);
            case "role" -> role(name);
            case "signature" ->
                    visible.signature(name)
                            .<Value>map(signature -> new Value.Text(signature.text()))
                            .orElse(NONE);
            case "annotations" ->
                    visible.signature(name)
                            .map(signature -> texts(signature.annotations()))
                            .orElse(NONE);
            case "parameter" ->
                    first instanceof Value.Int place ? parameter(name, place.value()) : first;
            default ->
                    first instanceof Value.Text text ? named(function, node, text.text()) : first;
        };
    }

    private Value named(String function, CNode node, String parameter) {
        Optional<Signature> signature = visible.signature(name(node));
        if (signature.isEmpty()) {
            return new Value.Unknown("no declaration of `" + name(node) + "` is known");
        }
        OptionalInt place = signature.get().place(parameter);
        if (place.isEmpty()) {
            return NONE;
        }
        Signature.Parameter found = signature.get().parameters().get(place.getAsInt());
        return switch (function) {
            case "parameter-annotations" -> texts(found.annotations());
            case "length-argument" -> lengthArgument(node, signature.get(), found.length());
            default -> argument(node, place.getAsInt());
        };
    }

    private static Value lengthArgument(CNode call, Signature signature, String length) {
        OptionalInt place = signature.place(length);
        return place.isEmpty() ? NONE : argument(call, place.getAsInt());
    }

    private static Value argument(CNode call, int place) {
        boolean there = call.is("call") && place + 1 < call.children().size();
        return there ? new Value.Element(call.children().get(place + 1)) : NONE;
    }

    private Value parameter(String name, long place) {
        return visible.signature(name)
                .filter(signature -> place > 0 && place <= signature.parameters().size())
                .<Value>map(
                        signature ->
                                new Value.Text(signature.parameters().get((int) place - 1).name()))
                .orElse(NONE);
    }

    /** What the routine's own annotations say, else the model. */
    private Value irql(String name) {
        String annotated =
                visible.signature(name)
                        .map(
                                signature ->
                                        signature.annotation("_IRQL_requires_max_")
                                                + signature.annotation("_IRQL_requires_"))
                        .orElse("");
        String known = annotated.isEmpty() ? WdkModel.irql(name) : annotated;
        return known.isEmpty() ? NONE : new Value.Text(known);
    }

    /** The role typedef that a routine is declared with, or that an annotation names. */
    private Value role(String name) {
        Optional<String> declared =
                visible.global(name).map(Declared::plain).filter(WdkModel::isRole);
        if (declared.isPresent()) {
            return new Value.Text(declared.get());
        }
        String annotated =
                visible.signature(name)
                        .map(signature -> signature.annotation("_Function_class_"))
                        .orElse("");
        return annotated.isEmpty() ? NONE : new Value.Text(annotated);
    }

    private static Value texts(List<String> texts) {
        return new Value.Many(texts.stream().<Value>map(Value.Text::new).toList());
    }

    private static String name(CNode node) {
        return node.is("call") ? node.child(0).label() : node.label();
    }
}
