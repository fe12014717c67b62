package org.ringfence.reader.c;

import org.ringfence.subject.Value;

/** What a cast keeps of a number, and how large things are. */
final class Casts {
    private Casts() {}

    /** A type that is not known keeps all of the number. */
    static Value to(String type, Value value) {
        if (!(value instanceof Value.Int number)) {
            return value;
        }
        long bits = number.value();
        return new Value.Int(
                switch (size(type)) {
                    case 1 -> isSigned(type) ? (byte) bits : bits & 0xFF;
                    case 2 -> isSigned(type) ? (short) bits : bits & 0xFFFF;
                    case 4 -> isSigned(type) ? (int) bits : bits & 0xFFFFFFFFL;
                    default -> bits;
                });
    }

    /** The size of a literal. */
    static Value size(CNode of) {
        if (of.is("string") && of.children().isEmpty()) {
            Literals.Decoded decoded = Literals.string(of.label());
            int unit = of.label().startsWith("L") ? 2 : 1;
            boolean one =
                    of.label().indexOf('"', of.label().indexOf('"') + 1) == of.label().length() - 1;
            if (one) {
                return new Value.Int((decoded.text().length() + 1L) * unit);
            }
        }
        return new Value.Unknown("the size of `" + of.label() + "` is not known here");
    }

    /**
     * In bytes; 0 if it is not known.
     *
     * @param pointer bytes of a pointer
     */
    static int size(String type, int pointer) {
        int size = size(type);
        return size == 8 && Words.isPointerSized(type) ? pointer : size;
    }

    /** In bytes on 64-bit Windows; 0 if it is not known. */
    private static int size(String type) {
        String plain =
                (" " + type + " ")
                        .replaceAll(" (const|volatile|unsigned|signed|CONST) ", " ")
                        .replaceAll(" (unsigned|signed) ", " ")
                        .strip();
        if (plain.endsWith("*")) {
            return 8;
        }
        if (plain.isEmpty()) {
            return type.contains("signed") ? 4 : 0;
        }
        String single =
                switch (plain) {
                    case "long int" -> "long";
                    case "short int" -> "short";
                    case "long long int" -> "long long";
                    default -> plain;
                };
        int size = Words.size(single);
        boolean pointer = size == 0 && Words.isKnownPointer(single);
        return pointer ? 8 : size;
    }

    private static boolean isSigned(String type) {
        String plain = type.replace("const", "").replace("volatile", "").strip();
        return switch (plain) {
            case "char",
                    "CHAR",
                    "short",
                    "SHORT",
                    "int",
                    "INT",
                    "long",
                    "LONG",
                    "INT8",
                    "INT16",
                    "INT32",
                    "LONG32",
                    "NTSTATUS",
                    "HRESULT",
                    "BOOL",
                    "int8_t",
                    "int16_t",
                    "int32_t",
                    "signed char",
                    "signed int",
                    "long int",
                    "short int",
                    "__int8",
                    "__int16",
                    "__int32",
                    "CCHAR" ->
                    true;
            default -> false;
        };
    }
}
