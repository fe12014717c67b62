package org.ringfence.kb.markdown;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewrites the {@code :::} directives of Microsoft Learn to plain Markdown; the number of lines
 * stays.
 */
final class Directives {

    private static final Pattern DIRECTIVE =
            Pattern.compile(":::(image(?:-end)?|no-loc)\\b([^\\n]{0,2000}?):::");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)\\s*=\\s*\"([^\"]*)\"");

    private Directives() {}

    static String toMarkdown(String body) {
        if (!body.contains(":::")) {
            return body;
        }
        var result = new StringBuilder(body.length());
        var fenced = false;
        for (var start = 0; start < body.length(); ) {
            var feed = body.indexOf('\n', start);
            var end = feed < 0 ? body.length() : feed + 1;
            var line = body.substring(start, end);
            var bare = line.stripLeading();
            if (bare.startsWith("```") || bare.startsWith("~~~")) {
                fenced = !fenced;
            }
            result.append(fenced || !line.contains(":::") ? line : plain(line));
            start = end;
        }
        return result.toString();
    }

    private static String plain(String line) {
        return DIRECTIVE.matcher(line).replaceAll(match -> Matcher.quoteReplacement(plain(match)));
    }

    private static String plain(MatchResult directive) {
        return switch (directive.group(1)) {
            case "image" -> {
                var alt = attribute(directive.group(2), "alt-text").replaceAll("[\\[\\]]", "");
                var source = attribute(directive.group(2), "source").replaceAll("[<>\\s]", "");
                yield source.isEmpty() ? "" : "![" + alt + "](<" + source + ">)";
            }
            case "no-loc" -> attribute(directive.group(2), "text");
            default -> "";
        };
    }

    private static String attribute(String attributes, String name) {
        var matcher = ATTRIBUTE.matcher(attributes);
        while (matcher.find()) {
            if (matcher.group(1).equals(name)) {
                return matcher.group(2);
            }
        }
        return "";
    }
}
