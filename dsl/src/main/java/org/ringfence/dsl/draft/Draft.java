package org.ringfence.dsl.draft;

import java.util.List;
import java.util.Objects;

/** What came of the wish for a rule. */
public sealed interface Draft {
    /**
     * A rule that compiles and passes its tests.
     *
     * @param rules the text of its {@code .rules} file
     * @param page the text of the page of its topic
     * @param pattern what it looks for, in backticks
     * @param nearMiss how its good code differs, or empty where the author gave it
     */
    record Written(String rules, String page, String pattern, String nearMiss) implements Draft {
        public Written {
            Objects.requireNonNull(rules, "rules");
            Objects.requireNonNull(page, "page");
            Objects.requireNonNull(pattern, "pattern");
            Objects.requireNonNull(nearMiss, "nearMiss");
        }
    }

    /** No rule; each problem is a sentence without its end. */
    record Refused(List<String> problems) implements Draft {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    /**
     * The wish.
     *
     * @param header the first line of the rules file: {@code pack acme::rules version "1.0.0"}
     * @param id of the rule
     * @param topic that the rule names
     * @param bad code that must be found
     * @param good similar code that must not, or empty
     */
    record Wish(String header, String id, String topic, String bad, String good) {
        public Wish {
            Objects.requireNonNull(header, "header");
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(topic, "topic");
            Objects.requireNonNull(bad, "bad");
            Objects.requireNonNull(good, "good");
        }
    }
}
