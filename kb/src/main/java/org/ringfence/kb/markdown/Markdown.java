package org.ringfence.kb.markdown;

import java.util.regex.Pattern;

/** Markdown inside YAML, where authors escape as they do in a page. */
final class Markdown {

    private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

    private Markdown() {}

    /** Returns the text without backslash escapes, on one line. */
    static String unescaped(String text) {
        var plain = text.indexOf('\\') < 0 ? text : ESCAPE.matcher(text).replaceAll("$1");
        return plain.replace('\u00A0', ' ').strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
