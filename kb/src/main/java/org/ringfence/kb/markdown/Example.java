package org.ringfence.kb.markdown;

import org.commonmark.node.CustomBlock;

/** A file of the page's folder shown as code to avoid or to prefer. */
final class Example extends CustomBlock {

    private final String kind;
    private final String file;
    private final String code;

    Example(String kind, String file, String code) {
        this.kind = kind;
        this.file = file;
        this.code = code;
    }

    /** Returns avoid or prefer. */
    String kind() {
        return kind;
    }

    String file() {
        return file;
    }

    String code() {
        return code;
    }
}
