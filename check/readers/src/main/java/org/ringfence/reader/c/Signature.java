package org.ringfence.reader.c;

import java.util.List;
import java.util.OptionalInt;

/**
 * How a routine is declared.
 *
 * @param result the type that it returns
 * @param parameters in order; one named {@code ...} stands for any number
 * @param annotations those of the routine itself, as written
 */
record Signature(String name, String result, List<Parameter> parameters, List<String> annotations) {
    Signature {
        parameters = List.copyOf(parameters);
        annotations = List.copyOf(annotations);
    }

    /**
     * @param name empty if it has none
     * @param annotations as written, such as {@code _Out_writes_bytes_(Length)}
     */
    record Parameter(String name, String type, List<String> annotations) {
        Parameter {
            annotations = List.copyOf(annotations);
        }

        /** What stands in the brackets of an annotation that gives a length, empty if none does. */
        String length() {
            for (String annotation : annotations) {
                boolean sized =
                        annotation.contains("reads")
                                || annotation.contains("writes")
                                || annotation.contains("updates")
                                || annotation.contains("bytebuffer")
                                || annotation.startsWith("__")
                                        && annotation.matches("__\\w*(bcount|ecount)\\w*\\(.*");
                int open = annotation.indexOf('(');
                if (sized && open > 0) {
                    String inside = annotation.substring(open + 1, annotation.length() - 1);
                    int comma = inside.indexOf(',');
                    return (comma < 0 ? inside : inside.substring(0, comma)).strip();
                }
            }
            return "";
        }
    }

    /** Whether nothing is annotated. */
    boolean isBare() {
        return annotations.isEmpty()
                && parameters.stream().allMatch(each -> each.annotations().isEmpty());
    }

    /** The place of a parameter, from 0. */
    OptionalInt place(String parameter) {
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).name().equals(parameter)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** The argument of an annotation of the routine, empty if it has no such annotation. */
    String annotation(String word) {
        for (String annotation : annotations) {
            if (annotation.startsWith(word + "(")) {
                return annotation.substring(word.length() + 1, annotation.length() - 1).strip();
            }
        }
        return "";
    }

    /** In one line, with annotations. */
    String text() {
        StringBuilder text = new StringBuilder();
        annotations.forEach(annotation -> text.append(annotation).append(' '));
        text.append(result).append(result.endsWith("*") ? "" : " ").append(name).append('(');
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            text.append(i > 0 ? ", " : "");
            parameter.annotations().forEach(each -> text.append(each).append(' '));
            text.append(parameter.type());
            boolean space = !parameter.type().isEmpty() && !parameter.type().endsWith("*");
            text.append(space && !parameter.name().isEmpty() ? " " : "").append(parameter.name());
        }
        return text.append(parameters.isEmpty() ? "void)" : ")").toString();
    }
}
