package org.ringfence.kb.search;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.apache.lucene.util.BytesRef;

/** A number for a sequence of texts that tells it from others; nobody gains by a collision. */
final class TextSum {

    private final CRC32 bytes = new CRC32();
    private int hashes;

    void add(String text) {
        bytes.update(text.getBytes(StandardCharsets.UTF_8));
        bytes.update(0);
        hashes = 31 * hashes + text.hashCode();
    }

    void add(BytesRef record) {
        bytes.update(record.bytes, record.offset, record.length);
    }

    long value() {
        return bytes.getValue() << 32 | (hashes & 0xFFFF_FFFFL);
    }
}
