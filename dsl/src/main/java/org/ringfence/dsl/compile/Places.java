package org.ringfence.dsl.compile;

import java.util.List;
import java.util.function.IntUnaryOperator;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EStructuralFeature;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ringfence.dsl.rules.RuleDef;

/** Says where the parts of a parsed text stand in the file. */
public final class Places {
    /** For what was parsed from the file itself. */
    public static final Places OF_FILE = new Places(offset -> offset);

    private final IntUnaryOperator toFile;

    private Places(IntUnaryOperator toFile) {
        this.toFile = toFile;
    }

    /** For a text that was cut out of a literal and parsed by itself. */
    static Places within(Decoded literal, int start) {
        return new Places(offset -> literal.offset(start + offset));
    }

    public Place of(EObject object) {
        return place(NodeModelUtils.findActualNodeFor(object));
    }

    public Place of(EObject object, EStructuralFeature feature) {
        return of(object, feature, 0);
    }

    public Place of(EObject object, EStructuralFeature feature, int index) {
        List<INode> nodes = NodeModelUtils.findNodesForFeature(object, feature);
        return index < nodes.size() ? place(nodes.get(index)) : of(object);
    }

    /** Where the first keyword of this spelling stands in an object; the object where none does. */
    public Place keyword(EObject object, String keyword) {
        for (ILeafNode leaf : NodeModelUtils.findActualNodeFor(object).getLeafNodes()) {
            if (leaf.getGrammarElement() instanceof Keyword k && k.getValue().equals(keyword)) {
                return place(leaf);
            }
        }
        return of(object);
    }

    /** The first word of an object as it stands in the file. */
    String firstWord(EObject object) {
        for (ILeafNode leaf : NodeModelUtils.findActualNodeFor(object).getLeafNodes()) {
            if (!leaf.isHidden()) {
                return leaf.getText();
            }
        }
        return "";
    }

    /** Whether one word and nothing else, such as a bracket, stands between two offsets. */
    boolean isPlainJoin(EObject around, int from, int to) {
        String between = NodeModelUtils.getNode(around).getRootNode().getText().substring(from, to);
        return between.strip().matches("and|or");
    }

    /** Whether an object was parsed without a syntax error inside it, to its very end. */
    public static boolean isWhole(EObject object) {
        String last = "";
        for (INode node : NodeModelUtils.findActualNodeFor(object).getAsTreeIterable()) {
            if (node.getSyntaxErrorMessage() != null) {
                return false;
            }
            if (node instanceof ILeafNode leaf && !leaf.isHidden()) {
                last = leaf.getText();
            }
        }
        return !(object instanceof RuleDef) || last.equals("}");
    }

    Place place(INode node) {
        int from = toFile.applyAsInt(node.getOffset());
        int length = node.getLength();
        return new Place(
                from,
                length == 0 ? 0 : toFile.applyAsInt(node.getOffset() + length - 1) + 1 - from);
    }

    /** The text of an object in one line, without the fences of a code literal. */
    public static String text(EObject object) {
        String text = NodeModelUtils.getTokenText(NodeModelUtils.findActualNodeFor(object));
        return text.replaceAll("^`+|`+$", "").strip().replaceAll("\\s+", " ");
    }

    /** The text of a feature as written, such as the name in a reference. */
    static String written(EObject object, EStructuralFeature feature) {
        return NodeModelUtils.findNodesForFeature(object, feature).stream()
                .map(NodeModelUtils::getTokenText)
                .findFirst()
                .orElse("");
    }
}
