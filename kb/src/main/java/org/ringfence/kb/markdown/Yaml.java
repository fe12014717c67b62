package org.ringfence.kb.markdown;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A YAML value with its place. Built from parser events, so no tag is ever resolved to a class, and
 * there are no aliases that could make a small file huge.
 */
sealed interface Yaml {

    int MAX_CHARS = 4 << 20;
    int MAX_DEPTH = 40;

    /** Where a value starts; both numbers from 0. */
    record At(int line, int column) {}

    At at();

    /** A scalar as text; {@code null}, {@code ~} and nothing are the empty text. */
    record Scalar(String value, At at) implements Yaml {}

    /** A list. */
    record Items(List<Yaml> values, At at) implements Yaml {}

    /** A mapping in source order. */
    record Entries(Map<String, Yaml> values, At at) implements Yaml {}

    /** A mistake in the text. */
    record Fault(String message, At at) {}

    /** What a text gave: its root as far as it could be read, and the mistakes. */
    record Parsed(Optional<Yaml> root, List<Fault> faults) {}

    /** Reads the first document of a text. */
    static Parsed parse(String text) {
        if (text.length() > MAX_CHARS) {
            return failed(new Fault("longer than " + MAX_CHARS + " characters", new At(0, 0)));
        }
        var faults = new ArrayList<Fault>();
        try {
            var settings = LoadSettings.builder().setCodePointLimit(MAX_CHARS).build();
            var root =
                    new Builder(new Parse(settings).parseString(text).iterator(), faults)
                            .document();
            return new Parsed(root, List.copyOf(faults));
        } catch (MarkedYamlEngineException e) {
            return failed(new Fault(e.getProblem(), at(e.getProblemMark())));
        } catch (Builder.Stop e) {
            return failed(e.fault);
        } catch (YamlEngineException e) {
            return failed(
                    new Fault(
                            String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                            new At(0, 0)));
        }
    }

    private static Parsed failed(Fault fault) {
        return new Parsed(Optional.empty(), List.of(fault));
    }

    private static At at(Optional<Mark> mark) {
        return mark.map(m -> new At(m.getLine(), m.getColumn())).orElse(new At(0, 0));
    }

    /** Turns events into values; lives for one document. */
    final class Builder {

        /** Leaves a document that is too deep or uses aliases. */
        private static final class Stop extends RuntimeException {
            private static final long serialVersionUID = 1L;
            private final transient Fault fault;

            Stop(String message, At at) {
                super(message);
                this.fault = new Fault(message, at);
            }
        }

        private final Iterator<Event> events;
        private final List<Fault> faults;

        private Builder(Iterator<Event> events, List<Fault> faults) {
            this.events = events;
            this.faults = faults;
        }

        private Optional<Yaml> document() {
            while (events.hasNext()) {
                var event = events.next();
                switch (event.getEventId()) {
                    case Scalar, SequenceStart, MappingStart, Alias -> {
                        return Optional.of(value(event, 0));
                    }
                    default -> {}
                }
            }
            return Optional.empty();
        }

        private Yaml value(Event event, int depth) {
            var at = Yaml.at(event.getStartMark());
            if (depth > MAX_DEPTH) {
                throw new Stop("nested deeper than " + MAX_DEPTH + " levels", at);
            }
            return switch (event.getEventId()) {
                case Scalar -> scalar((ScalarEvent) event, at);
                case SequenceStart -> items(at, depth);
                case MappingStart -> entries(at, depth);
                default ->
                        throw new Stop(
                                "aliases (*name) are not supported; write the value out", at);
            };
        }

        private static Yaml scalar(ScalarEvent event, At at) {
            var value = event.getValue();
            var none = event.isPlain() && (value.equals("~") || value.equalsIgnoreCase("null"));
            return new Scalar(none ? "" : value, at);
        }

        private Yaml items(At at, int depth) {
            var values = new ArrayList<Yaml>();
            for (var event = events.next();
                    event.getEventId() != Event.ID.SequenceEnd;
                    event = events.next()) {
                values.add(value(event, depth + 1));
            }
            return new Items(List.copyOf(values), at);
        }

        private Yaml entries(At at, int depth) {
            var values = new LinkedHashMap<String, Yaml>();
            for (var event = events.next();
                    event.getEventId() != Event.ID.MappingEnd;
                    event = events.next()) {
                var key = value(event, depth + 1);
                var value = value(events.next(), depth + 1);
                if (!(key instanceof Scalar name)) {
                    faults.add(new Fault("a key must be a word, not a list or mapping", key.at()));
                } else if (values.putIfAbsent(name.value(), value) != null) {
                    faults.add(
                            new Fault(
                                    "'" + name.value() + "' is given twice; the first counts",
                                    key.at()));
                }
            }
            return new Entries(values, at);
        }
    }
}
