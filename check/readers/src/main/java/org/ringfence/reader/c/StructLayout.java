package org.ringfence.reader.c;

/**
 * Places the members of one structure, one after the other. Used by one thread, for one structure.
 */
final class StructLayout {
    private final boolean union;
    private final int packing;
    private long end;
    private long alignment = 1;
    private long unitSize;
    private long unitOffset;
    private long bitsLeft;

    StructLayout(boolean union, int packing) {
        this.union = union;
        this.packing = packing;
    }

    /**
     * Places a member.
     *
     * @param bits the width of a bit-field, -1 for another member
     * @return its offset in bytes; that of the unit for a bit-field
     */
    long add(Layouts.Extent extent, long bits) {
        long align = Math.max(1, Math.min(extent.alignment(), packing));
        if (bits >= 0) {
            return addBits(extent, align, bits);
        }
        bitsLeft = 0;
        alignment = Math.max(alignment, align);
        if (union) {
            end = Math.max(end, extent.size());
            return 0;
        }
        long offset = round(end, align);
        end = offset + extent.size();
        return offset;
    }

    private long addBits(Layouts.Extent extent, long align, long bits) {
        if (bits == 0) {
            bitsLeft = 0;
            return end;
        }
        alignment = Math.max(alignment, align);
        if (union) {
            end = Math.max(end, extent.size());
            return 0;
        }
        if (bitsLeft < bits || unitSize != extent.size()) {
            unitSize = extent.size();
            unitOffset = round(end, align);
            end = unitOffset + unitSize;
            bitsLeft = unitSize * 8;
        }
        bitsLeft -= bits;
        return unitOffset;
    }

    Layouts.Extent whole() {
        return new Layouts.Extent(Math.max(round(end, alignment), 1), alignment);
    }

    private static long round(long offset, long to) {
        return (offset + to - 1) / to * to;
    }
}
