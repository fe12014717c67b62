package org.ringfence.dsl.ide;

import static java.util.stream.Collectors.joining;

import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.RuleDef;

/**
 * What other files can see of a file; where it is the same, nothing changes for them.
 *
 * @param head the pack and the names of its rules
 * @param definitions the text of what rules may use
 */
record Shared(String head, String definitions) {
    static final Shared NOTHING = new Shared("", "");

    static Shared of(Document document) {
        return document.file()
                .map(
                        file ->
                                new Shared(
                                        file.getName()
                                                + " "
                                                + file.getVersion()
                                                + file.getElements().stream()
                                                        .filter(RuleDef.class::isInstance)
                                                        .map(rule -> " " + rule.getName())
                                                        .collect(joining()),
                                        file.getElements().stream()
                                                .filter(e -> !(e instanceof RuleDef))
                                                .map(Shared::text)
                                                .collect(joining("\n"))))
                .orElse(NOTHING);
    }

    private static String text(Element element) {
        return NodeModelUtils.findActualNodeFor(element).getText();
    }
}
