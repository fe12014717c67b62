package org.ringfence.dsl.ide;

import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.rules.RulesPackage.Literals;
import org.ringfence.dsl.rules.TopicClause;

/** Finds the ids of topics in a rule. */
final class Topics {
    private Topics() {}

    /**
     * A topic as a rule names it.
     *
     * @param section its anchor, or empty
     */
    record Named(String topic, String section, Place place) {}

    static Optional<Named> at(Document document, int offset) {
        Optional<EObject> clause = document.token(offset).map(leaf -> leaf.getSemanticElement());
        return clause.filter(TopicClause.class::isInstance).stream()
                .flatMap(
                        c ->
                                NodeModelUtils.findNodesForFeature(c, Literals.TOPIC_CLAUSE__TOPICS)
                                        .stream())
                .filter(node -> node.getOffset() <= offset && offset <= node.getEndOffset())
                .findFirst()
                .map(Topics::named);
    }

    private static Named named(INode node) {
        String written = NodeModelUtils.getTokenText(node).replace("\"", "");
        int hash = written.indexOf('#');
        return new Named(
                hash < 0 ? written : written.substring(0, hash),
                hash < 0 ? "" : written.substring(hash + 1),
                new Place(node.getOffset(), node.getLength()));
    }
}
