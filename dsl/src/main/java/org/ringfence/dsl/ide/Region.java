package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ringfence.dsl.compile.Place;

/**
 * The stretch of text that one definition takes, also while it is broken: from its first word to
 * the last token before the next definition.
 *
 * @param start 0-based offset, in UTF-16 units
 * @param end behind the last token
 * @param tokens of the stretch, without white space and comments
 */
record Region(int start, int end, List<ILeafNode> tokens) {
    private static final Set<String> FIRST_WORDS =
            Set.of("rule", "set", "map", "pattern", "source", "guard", "role", "parameter");

    Region {
        tokens = List.copyOf(tokens);
    }

    static List<Region> of(Document document) {
        Set<Integer> starts = new TreeSet<>();
        document.file()
                .ifPresent(
                        file ->
                                file.getElements()
                                        .forEach(
                                                e ->
                                                        starts.add(
                                                                NodeModelUtils.findActualNodeFor(e)
                                                                        .getOffset())));
        List<ILeafNode> tokens =
                document.tokens().stream().filter(leaf -> !leaf.isHidden()).toList();
        for (ILeafNode token : tokens) {
            int at = token.getOffset();
            boolean first = at == 0 || document.text().charAt(at - 1) == '\n';
            if (first && FIRST_WORDS.contains(token.getText())) {
                starts.add(at);
            }
        }
        List<Region> regions = new ArrayList<>();
        List<ILeafNode> current = new ArrayList<>();
        boolean inside = false;
        for (ILeafNode token : tokens) {
            if (starts.contains(token.getOffset())) {
                add(regions, current);
                inside = true;
            }
            if (inside) {
                current.add(token);
            }
        }
        add(regions, current);
        return regions;
    }

    private static void add(List<Region> regions, List<ILeafNode> tokens) {
        if (!tokens.isEmpty()) {
            ILeafNode last = tokens.get(tokens.size() - 1);
            int end = last.getOffset() + last.getLength();
            regions.add(new Region(tokens.get(0).getOffset(), end, tokens));
            tokens.clear();
        }
    }

    boolean isRule() {
        return word(0).equals("rule");
    }

    String kind() {
        return word(0);
    }

    String name() {
        return word(1);
    }

    /** What a rule is on, or empty. */
    String subject() {
        return isRule() && word(2).equals("on") ? word(3) : "";
    }

    /** The text of the token with this index, or empty. */
    String word(int index) {
        return index < tokens.size() ? tokens.get(index).getText() : "";
    }

    Place place() {
        return new Place(start, end - start);
    }
}
