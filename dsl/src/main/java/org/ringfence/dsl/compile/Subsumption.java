package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.subject.Pattern;

/** Whether one pattern matches all that another one does. */
final class Subsumption {
    private final List<String> captures = new ArrayList<>();

    private Subsumption(Pattern general) {
        collect(general);
    }

    /**
     * Where this says no it may still be so.
     *
     * @param general in which no capture is bound before
     */
    static boolean covers(Pattern general, Pattern special) {
        return new Subsumption(general).isCovered(general, special);
    }

    private void collect(Pattern pattern) {
        if (pattern instanceof Pattern.Capture capture) {
            captures.add(capture.name());
        } else if (pattern instanceof Pattern.Exact exact) {
            exact.children().forEach(this::collect);
        }
    }

    private boolean isCovered(Pattern general, Pattern special) {
        if (general.equals(special)) {
            return true;
        } else if (special instanceof Pattern.Rest) {
            return false;
        } else if (general instanceof Pattern.Capture capture) {
            // the same capture twice asks for the same text twice
            return captures.indexOf(capture.name()) == captures.lastIndexOf(capture.name());
        }
        return general instanceof Pattern.Any
                || general instanceof Pattern.Exact g
                        && special instanceof Pattern.Exact s
                        && g.kind().equals(s.kind())
                        && g.label().equals(s.label())
                        && areCovered(g.children(), s.children());
    }

    private boolean areCovered(List<Pattern> general, List<Pattern> special) {
        if (general.isEmpty()) {
            return special.isEmpty();
        }
        List<Pattern> others = general.subList(1, general.size());
        if (general.get(0) instanceof Pattern.Rest) {
            for (int taken = 0; taken <= special.size(); taken++) {
                if (areCovered(others, special.subList(taken, special.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !special.isEmpty()
                && isCovered(general.get(0), special.get(0))
                && areCovered(others, special.subList(1, special.size()));
    }
}
