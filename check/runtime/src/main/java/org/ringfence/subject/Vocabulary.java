package org.ringfence.subject;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What rules on one kind of subject may speak of.
 *
 * @param subject the id that stands after {@code on} in a rule
 * @param kinds node kinds by name
 * @param collections what {@code match each ... in} may walk: name to kind of its elements
 * @param functions by name
 * @param constants named numbers, such as {@code FILE_DEVICE_SECURE_OPEN}
 * @param implicits captures that every match has, without the {@code @}, to the kind of the
 *     enclosing node whose label they give: {@code macro} to {@code define}
 * @param abilities what subjects can answer beyond their tree
 */
public record Vocabulary(
        String subject,
        Map<String, Kind> kinds,
        Map<String, String> collections,
        Map<String, Function> functions,
        Map<String, Long> constants,
        Map<String, String> implicits,
        Set<Ability> abilities) {
    public Vocabulary {
        Objects.requireNonNull(subject, "subject");
        kinds = Map.copyOf(kinds);
        collections = Map.copyOf(collections);
        functions = Map.copyOf(functions);
        constants = Map.copyOf(constants);
        implicits = Map.copyOf(implicits);
        abilities = Set.copyOf(abilities);
    }

    /** Which questions of {@link Flow} get answers other than unknown. */
    public enum Ability {
        CONTROL_FLOW,
        DATA_FLOW
    }

    /** The type of a {@link Value}. */
    public enum Type {
        NUMBER,
        TEXT,
        TRUTH,
        ELEMENT,
        LIST,
        /** accepts any */
        ANY
    }

    /**
     * A kind of node.
     *
     * @param about one sentence for the manual
     * @param attributes what can be asked after a dot
     * @param growing whether {@link Node#add} can put another child in
     */
    public record Kind(String about, Map<String, Attribute> attributes, boolean growing) {
        public Kind {
            Objects.requireNonNull(about, "about");
            attributes = Map.copyOf(attributes);
        }
    }

    /**
     * @param about one sentence for the manual
     * @param settable whether {@link Node#set} can give it another value
     */
    public record Attribute(Type type, String about, boolean settable) {}

    /** A total function. {@code about} is one sentence for the manual. */
    public record Function(List<Type> parameters, Type result, String about) {
        public Function {
            parameters = List.copyOf(parameters);
        }
    }
}
