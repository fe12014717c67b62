package org.ringfence.dsl.draft;

/** The text of a topic's page, with the sections that every page has. */
record PageText(String title, String language, Snippet bad, Snippet good) {
    String text() {
        return """
                ---
                title: "%s"
                summary: "Say in one sentence what to do."
                ---
                # %s

                Say what this is about.

                ## Why it matters

                Say what goes wrong, for whom, and how bad it is.

                ## Avoid

                %s

                ## Prefer

                %s

                ## When it does not apply

                Say where the code to avoid is right.

                ## How to check

                Say how to find it by hand, and how to see that it is mended.

                ## Sources

                - Name the source of every fact and figure.
                """
                .formatted(yaml(title), title, block(bad), block(good));
    }

    private String block(Snippet code) {
        return "```" + language + "\n" + code.text() + "\n```";
    }

    private static String yaml(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
