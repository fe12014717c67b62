package org.ringfence.kb.markdown;

import org.commonmark.node.CustomBlock;

/**
 * What an {@code [!INCLUDE]} brought in: shown with the page, but not a part of its searchable
 * text.
 */
final class Included extends CustomBlock {}
