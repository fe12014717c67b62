package org.ringfence.kb.markdown;

import org.commonmark.node.Node;
import org.commonmark.parser.PostProcessor;

/**
 * Cuts what is nested deeper than any page needs, so that recursive code after it cannot run out of
 * stack. Runs before every other post-processor; one instance per parse.
 */
final class DepthGuard implements PostProcessor {

    static final int MAX_DEPTH = 100;

    private boolean cut;

    /** Says whether something was cut. */
    boolean hasCut() {
        return cut;
    }

    @Override
    public Node process(Node root) {
        var depth = 0;
        var node = root;
        while (node != null) {
            var child = node.getFirstChild();
            if (child != null && depth >= MAX_DEPTH) {
                cut = true;
                while (node.getFirstChild() != null) {
                    node.getFirstChild().unlink();
                }
                child = null;
            }
            if (child != null) {
                node = child;
                depth++;
                continue;
            }
            while (node != null && node != root && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == root ? null : node.getNext();
        }
        return root;
    }
}
