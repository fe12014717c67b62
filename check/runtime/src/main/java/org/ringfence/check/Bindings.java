package org.ringfence.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ringfence.subject.Value;

/** What metavariables are bound to while a match is tried; can be taken back to a mark. */
final class Bindings {
    private final List<String> names = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();

    int mark() {
        return names.size();
    }

    void backTo(int mark) {
        while (names.size() > mark) {
            names.remove(names.size() - 1);
            values.remove(values.size() - 1);
        }
    }

    void bind(String name, Value value) {
        names.add(name);
        values.add(value);
    }

    /** The innermost binding of the name. */
    Optional<Value> get(String name) {
        int at = names.lastIndexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(values.get(at));
    }

    Map<String, Value> toMap() {
        Map<String, Value> map = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            map.put(names.get(i), values.get(i));
        }
        return map;
    }
}
