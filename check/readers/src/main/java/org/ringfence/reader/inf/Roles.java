package org.ringfence.reader.inf;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What sections are for, by what leads to them. */
final class Roles {
    private final List<Section> sections;
    private final Map<String, List<Section>> byBase = new HashMap<>();

    private Roles(List<Section> sections) {
        this.sections = sections;
        for (Section section : sections) {
            byBase.computeIfAbsent(Names.key(section.name), k -> new java.util.ArrayList<>())
                    .add(section);
        }
    }

    static void assign(List<Section> sections) {
        Roles roles = new Roles(sections);
        roles.wellKnown();
        roles.models();
        roles.parts();
        roles.references();
    }

    private void wellKnown() {
        for (Section section : sections) {
            String name = Names.key(section.name);
            section.role =
                    switch (name) {
                        case "version" -> "version";
                        case "manufacturer" -> "manufacturer";
                        case "destinationdirs" -> "destination";
                        case "strings" -> "strings";
                        case "defaultinstall" -> "install";
                        default -> wellKnownStart(name);
                    };
        }
    }

    private static String wellKnownStart(String name) {
        if (name.startsWith("strings.")) {
            return "strings";
        }
        if (name.startsWith("sourcedisks")) {
            return "source";
        }
        return name.startsWith("classinstall32") ? "class-install" : "other";
    }

    private void models() {
        Set<String> modelNames = new HashSet<>();
        for (Section section : byBase.getOrDefault("manufacturer", List.of())) {
            for (Section.Entry entry : section.entries) {
                String target = entry.key().isPresent() ? entry.value(0) : entry.keyText();
                modelNames.add(Names.key(target));
            }
        }
        for (String models : modelNames) {
            for (Section section : byBase.getOrDefault(models, List.of())) {
                section.role = "models";
                for (Section.Entry entry : section.entries) {
                    mark(entry.value(0), "install");
                }
            }
        }
    }

    private void mark(String name, String role) {
        for (Section section : byBase.getOrDefault(Names.key(name), List.of())) {
            if (section.role.equals("other")) {
                section.role = role;
            }
        }
    }

    private void parts() {
        Set<String> installs = new HashSet<>();
        for (Section section : sections) {
            if (section.role.equals("install")) {
                installs.add(Names.key(section.name));
            }
        }
        for (Section section : sections) {
            String name = Names.key(section.name);
            int dot = name.lastIndexOf('.');
            if (dot > 0 && installs.contains(name.substring(0, dot))) {
                section.role =
                        switch (name.substring(dot + 1)) {
                            case "hw" -> "install-hw";
                            case "services" -> "install-services";
                            case "interfaces" -> "install-interfaces";
                            case "wdf" -> "wdf";
                            default -> section.role;
                        };
            }
        }
    }

    private void references() {
        for (Section section : sections) {
            for (Section.Entry entry : section.entries) {
                switch (Names.lower(entry.keyText())) {
                    case "addservice" -> mark(entry.value(2), "service");
                    case "addinterface" -> mark(entry.value(2), "interface");
                    case "copyfiles" -> entry.values().forEach(v -> mark(v.text(), "copy-files"));
                    default -> {}
                }
            }
        }
        for (Section section : byBase.getOrDefault("interfaceinstall32", List.of())) {
            section.entries.forEach(entry -> mark(entry.value(0), "interface"));
        }
        for (Section section : sections) {
            for (Section.Entry entry : section.entries) {
                if (Names.lower(entry.keyText()).equals("addreg")) {
                    entry.values().forEach(value -> reach(section, value.text()));
                }
            }
        }
    }

    private void reach(Section from, String name) {
        for (Section target : byBase.getOrDefault(Names.key(name), List.of())) {
            if (target.name.equalsIgnoreCase(name.strip())) {
                target.reachedFrom.add(from.name);
                target.path = stronger(target.path, path(from.role));
                if (target.role.equals("other")) {
                    target.role = "add-registry";
                }
            }
        }
    }

    private static String path(String role) {
        return switch (role) {
            case "install-hw" -> "hw";
            case "class-install" -> "class";
            case "service", "interface", "install" -> role;
            default -> "other";
        };
    }

    /** A line that several sections lead to counts as what matters most for security. */
    private static String stronger(String a, String b) {
        List<String> order =
                List.of("none", "other", "install", "interface", "service", "class", "hw");
        return order.indexOf(a) >= order.indexOf(b) ? a : b;
    }
}
