package org.ringfence.rule;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.ringfence.rule.JsonObject.Malformed;

/** Reads one pack that may hold anything; used once. */
final class PackReader {
    private static final Pattern PACK_NAME =
            Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*(::[A-Za-z_][A-Za-z0-9_-]*)*");
    private static final Pattern RULE_ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    private final List<LoadedPack.Refused> refused = new ArrayList<>();
    private final Map<String, Rule> rules = new TreeMap<>();
    private String name;

    /**
     * @param name what to call the pack until it says its name
     */
    PackReader(String name) {
        this.name = name;
    }

    LoadedPack read(InputStream in) throws IOException {
        try {
            JsonObject json = JsonObject.parse(in);
            if (!json.has(PackJson.FORMAT_FIELD)) {
                return refusal(
                        "it is not a rule pack: it has no `" + PackJson.FORMAT_FIELD + "` field");
            }
            int format = json.integer(PackJson.FORMAT_FIELD);
            if (json.has("name")) {
                name = named(json, "name", PACK_NAME);
            }
            if (format != RulePack.FORMAT) {
                return refusal(
                        "it has pack format "
                                + format
                                + ", this engine reads format "
                                + RulePack.FORMAT
                                + "; compile it again or update Ringfence");
            }
            return pack(json);
        } catch (JsonProcessingException e) {
            String place =
                    Optional.ofNullable(e.getLocation())
                            .map(at -> " " + JsonObject.place(at))
                            .orElse("");
            return refusal("it is not a rule pack: " + e.getOriginalMessage() + place);
        } catch (Malformed e) {
            return refusal("it is not a whole rule pack: " + e.getMessage());
        }
    }

    private LoadedPack refusal(String reason) {
        return new LoadedPack.Refused(name, reason);
    }

    private LoadedPack pack(JsonObject json) {
        String packName = json.text("name");
        String version = json.text("version");
        json.texts("features"); // the sum of those of the rules, which decide
        if (json.has(PackJson.HASHES_FIELD)) {
            PackHashes.read(json.object(PackJson.HASHES_FIELD));
        }
        List<RulePack.TopicSummary> topics =
                json.objects("topics").stream()
                        .map(
                                t ->
                                        new RulePack.TopicSummary(
                                                t.text("id"), t.text("title"), t.text("summary")))
                        .toList();
        List<RulePack.Parameter> parameters =
                json.objects("parameters").stream()
                        .map(
                                p ->
                                        new RulePack.Parameter(
                                                p.text("name"),
                                                p.text("about"),
                                                LogicJson.expr(p.object("value"))))
                        .toList();
        int position = 0;
        for (JsonObject rule : json.objects("rules")) {
            position++;
            read(rule, position);
            rule.forget();
        }
        Optional<Malformed> unknown = json.unknown();
        if (unknown.isPresent()) {
            throw unknown.get();
        }
        Map<String, String> circles = replacedInCircles();
        circles.forEach(this::refuse);
        rules.keySet().removeAll(circles.keySet());
        return new LoadedPack.Usable(
                new RulePack(packName, version, topics, parameters, List.copyOf(rules.values())),
                refused);
    }

    private void refuse(String id, String reason) {
        refused.add(new LoadedPack.Refused(name + "::" + id, reason));
    }

    private static String named(JsonObject json, String field, Pattern shape) {
        String text = json.text(field);
        if (text.length() > PackLimits.MAX_NAME || !shape.matcher(text).matches()) {
            throw json.malformed(
                    "`" + field + "` is `" + JsonObject.shown(text) + "`, which is no name");
        }
        return text;
    }

    private void read(JsonObject json, int position) {
        String id = "rule " + position;
        try {
            id = named(json, "id", RULE_ID);
            if (json.values() > PackLimits.MAX_RULE_VALUES) {
                throw json.malformed(
                        "it has "
                                + json.values()
                                + " parts, more than "
                                + PackLimits.MAX_RULE_VALUES
                                + ": split it");
            }
            Set<String> unknown = new TreeSet<>(json.texts("features"));
            unknown.removeAll(PackJson.FEATURES);
            if (!unknown.isEmpty()) {
                String features = JsonObject.shown(String.join(", ", unknown));
                refuse(id, "it needs " + features + ", which this engine cannot do");
                return;
            }
            Rule rule = RuleJson.read(json);
            Optional<Malformed> extra = json.unknown();
            if (extra.isPresent()) {
                throw extra.get();
            }
            if (rule.query() instanceof Query.FlowPath flow
                    && (flow.way().depth() < 0 || flow.way().depth() > PackLimits.MAX_FLOW_DEPTH)) {
                throw json.malformed(
                        "a value passes 0 to "
                                + PackLimits.MAX_FLOW_DEPTH
                                + " calls, not "
                                + flow.way().depth());
            }
            if (rule.origin().line() < 1 || rule.origin().column() < 1) {
                throw json.malformed("its `origin` is no place");
            }
            if (rules.putIfAbsent(id, rule) != null) {
                throw json.malformed("another rule of the pack has the same id");
            }
        } catch (Malformed e) {
            refuse(id, e.getMessage());
        }
    }

    /** Rules whose replacement leads back to them: nobody can be told what to use. */
    private Map<String, String> replacedInCircles() {
        Map<String, String> circles = new TreeMap<>();
        Set<String> walked = new HashSet<>();
        for (String start : rules.keySet()) {
            List<String> path = new ArrayList<>();
            String at = start;
            while (rules.containsKey(at) && walked.add(at)) {
                path.add(at);
                at = replacement(at);
            }
            int first = path.indexOf(at);
            for (String id : first < 0 ? List.<String>of() : path.subList(first, path.size())) {
                circles.put(
                        id, "it is replaced by `" + replacement(id) + "`, which leads back to it");
            }
        }
        return circles;
    }

    private String replacement(String id) {
        return rules.get(id).classification().replacedBy();
    }
}
