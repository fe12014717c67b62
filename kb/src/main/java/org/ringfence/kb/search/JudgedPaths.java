package org.ringfence.kb.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds the pages of an index that judgements name, which may have been made of a folder in it. */
final class JudgedPaths {

    private static final String AMBIGUOUS = "";

    private final Set<String> paths;
    private final Map<String, String> byEnd = new HashMap<>();
    private final Set<String> missing = new TreeSet<>();

    JudgedPaths(Collection<String> paths) {
        this.paths = new HashSet<>(paths);
        for (var path : paths) {
            for (var slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
                byEnd.merge(path.substring(slash + 1), path, (one, other) -> AMBIGUOUS);
            }
        }
    }

    /** Returns the grades by the paths of the index; a path it does not have stays as it is. */
    Map<String, Integer> resolve(Map<String, Integer> grades) {
        var resolved = new HashMap<String, Integer>();
        grades.forEach((name, grade) -> resolved.put(resolve(name), grade));
        return resolved;
    }

    /** Returns the judged paths that were not found so far, sorted. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    private String resolve(String name) {
        var hash = name.indexOf('#');
        var path = hash < 0 ? name : name.substring(0, hash);
        var anchor = hash < 0 ? "" : name.substring(hash);
        if (paths.contains(path)) {
            return name;
        }
        var found = byEnd.getOrDefault(path, AMBIGUOUS);
        if (found.equals(AMBIGUOUS)) {
            missing.add(path);
            return name;
        }
        return found + anchor;
    }
}
