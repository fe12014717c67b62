package org.ringfence.cli.mcp;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A tool: what it says of itself, and what it does.
 *
 * @param about what it is for, for the model that chooses
 */
record Tool(String name, String title, String about, List<Parameter> parameters, Work work) {
    Tool {
        parameters = List.copyOf(parameters);
    }

    /** What a tool does. */
    @FunctionalInterface
    interface Work {
        Answer on(Arguments arguments) throws IOException;
    }

    /**
     * What a tool answers.
     *
     * @param data the same for programs: maps, lists, texts, numbers
     */
    record Answer(String text, Map<String, Object> data) {}

    /** The parameters as JSON Schema. */
    Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                parameters.stream().filter(Parameter::required).map(Parameter::name).toList());
        schema.put("additionalProperties", false);
        return schema;
    }
}
