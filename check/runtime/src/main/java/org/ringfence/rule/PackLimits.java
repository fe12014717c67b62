package org.ringfence.rule;

/**
 * What a pack may be at most. A pack beyond it is refused as a whole, a rule beyond it by itself. A
 * rule of the built-in guidance has some 150 values and 4,000 bytes.
 */
public final class PackLimits {
    /** Bytes of a pack's JSON. */
    public static final int MAX_BYTES = 32 << 20;

    /** Objects and lists inside one another. */
    public static final int MAX_DEPTH = 200;

    /** JSON tokens of a pack; bounds the memory that reading takes. */
    public static final int MAX_TOKENS = 2_000_000;

    /** UTF-16 units of one text. */
    public static final int MAX_TEXT = 1 << 18;

    /** UTF-16 units of a name: of a pack, a rule, a field. */
    public static final int MAX_NAME = 200;

    /** Calls that a followed value may pass. */
    public static final int MAX_FLOW_DEPTH = 10;

    /** JSON values of one rule: its patterns, conditions, texts and the lists that hold them. */
    public static final int MAX_RULE_VALUES = 20_000;

    private PackLimits() {}
}
