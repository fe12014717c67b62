package org.ringfence.cli.mcp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ringfence.cli.desk.Wrong;

/** The arguments of one call, found to be what the tool asks for. */
record Arguments(Map<String, Object> values) {
    /**
     * Checks arguments.
     *
     * @throws Wrong with all that is wrong with them
     */
    static Arguments of(Map<String, Object> given, List<Parameter> parameters) {
        Map<String, Object> values = given == null ? Map.of() : given;
        List<String> problems = new ArrayList<>();
        Set<String> strange = new TreeSet<>(values.keySet());
        for (Parameter parameter : parameters) {
            strange.remove(parameter.name());
            if (values.containsKey(parameter.name())) {
                String problem = parameter.problem(values.get(parameter.name()));
                if (!problem.isEmpty()) {
                    problems.add(problem);
                }
            } else if (parameter.required()) {
                problems.add("`" + parameter.name() + "` is missing: " + parameter.about());
            }
        }
        if (!strange.isEmpty()) {
            String names = strange.stream().limit(5).collect(Collectors.joining("`, `"));
            String known =
                    parameters.stream().map(Parameter::name).collect(Collectors.joining(", "));
            problems.add("there is no argument `%s`; there is %s".formatted(names, known));
        }
        if (!problems.isEmpty()) {
            throw new Wrong(Wrong.Kind.INVALID, String.join("\n", problems));
        }
        return new Arguments(values);
    }

    String text(String name) {
        return values.get(name) instanceof String text ? text : "";
    }

    int number(String name, int otherwise) {
        return values.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }
}
