package org.ringfence.site;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;

/** The functions that rules look for and that pages name. */
final class ApiNames {
    /** How the kernel spells its functions: a prefix of the component and words in capitals. */
    private static final Pattern KERNEL =
            Pattern.compile(
                    "(?:Cc|Cm|Dbg|Ex|Flt|FsRtl|Hal|Io|Kd|Ke|Ks|Mm|Ndis|Nt|Ob|Po|Probe|Ps|Rtl|Se|Tm|Usbd?|Wdf|Wmi"
                            + "|Wdm|Wsk|Zw)(?:[A-Z][a-z]+|[A-Z]{2,}[a-z]+)[A-Za-z0-9]*");

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{2,80}");
    private static final Pattern NO_FUNCTION = Pattern.compile(".*(?:Privilege|Policy)");

    private final Catalog catalog;
    private final Apis apis;

    ApiNames(Catalog catalog, Apis apis) {
        this.catalog = catalog;
        this.apis = apis;
    }

    /** Where a name is spoken of. */
    record Mentions(Set<Catalog.Listed> rules, TreeMap<String, String> anchorByTopic) {
        Mentions() {
            this(new java.util.LinkedHashSet<>(), new TreeMap<>());
        }
    }

    /** Returns the names in their order, each with the rules and the sections that name it. */
    TreeMap<String, Mentions> mentions() {
        TreeMap<String, Mentions> mentions = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Catalog.Listed listed : catalog.rules()) {
            for (String name : names(listed)) {
                mentions.computeIfAbsent(name, x -> new Mentions()).rules().add(listed);
            }
        }
        Set<String> ofRules = new HashSet<>(mentions.keySet());
        for (Topic topic : catalog.topics()) {
            if (Manual.has(topic)) {
                continue;
            }
            for (Section section : topic.sections()) {
                for (String name : names(section.text(), ofRules)) {
                    mentions.computeIfAbsent(name, x -> new Mentions())
                            .anchorByTopic()
                            .putIfAbsent(topic.id(), section.anchor());
                }
            }
        }
        return mentions;
    }

    /** Returns the functions without one of which a rule on C cannot match. */
    private Set<String> names(Catalog.Listed listed) {
        return listed.rule().subject().equals("c")
                ? listed.rule().required().stream()
                        .flatMap(List::stream)
                        .filter(word -> function(word) || plainFunction(word))
                        .collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }

    private Set<String> names(String text, Set<String> known) {
        Set<String> names = new TreeSet<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String name = word.group();
            if (known.contains(name) || function(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private boolean function(String name) {
        return !apis.signature(name).isEmpty()
                || (KERNEL.matcher(name).matches() && !NO_FUNCTION.matcher(name).matches());
    }

    /** Says whether a name is spelled like the functions of the C library. */
    private static boolean plainFunction(String name) {
        return name.length() > 2 && name.chars().allMatch(c -> c == '_' || (c >= 'a' && c <= 'z'));
    }
}
