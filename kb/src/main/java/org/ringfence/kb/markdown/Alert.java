package org.ringfence.kb.markdown;

import org.commonmark.node.CustomBlock;

/** A block quote that starts with {@code [!NOTE]} or the like. */
final class Alert extends CustomBlock {

    private final String kind;

    Alert(String kind) {
        this.kind = kind;
    }

    /** Returns note, tip, important, caution or warning. */
    String kind() {
        return kind;
    }
}
