package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a declaration says of a name.
 *
 * @param home the file it stands in
 * @param base a type, or a struct or enum with its body
 * @param stars how many pointers lie between
 * @param lengths of arrays, outermost first; empty nodes for open ones
 * @param bits the width of a bit-field, or an empty node
 * @param wide whether it is aligned as a pointer
 */
record Declared(
        Symbols home, CNode base, int stars, List<CNode> lengths, CNode bits, boolean wide) {
    private static final String WIDE = "POINTER_ALIGNMENT ";
    private static final Set<String> SKIPPED =
            Set.of(
                    "const",
                    "volatile",
                    "CONST",
                    "__ptr64",
                    "__ptr32",
                    "UNALIGNED",
                    "FAR",
                    "POINTER_ALIGNMENT");

    /**
     * @param base the first child of the declaration
     * @param declarator any of the others
     */
    static Declared of(Symbols home, CNode base, CNode declarator) {
        CNode node = declarator.is("assign") ? declarator.child(0) : declarator;
        CNode bits = new CNode("empty", "", 0, 0, List.of());
        if (node.is("bit-field")) {
            bits = node.child(1);
            node = node.child(0);
        }
        List<CNode> lengths = new ArrayList<>();
        while (node.is("array")) {
            lengths.add(0, node.child(1));
            node = node.child(0);
        }
        int name = node.start();
        String text = home.source().text();
        boolean wide = text.startsWith(WIDE, name - WIDE.length());
        return new Declared(home, base, starsBefore(home, name), lengths, bits, wide);
    }

    static Declared type(Symbols home, CNode type) {
        int stars = (int) type.label().chars().filter(c -> c == '*').count();
        return new Declared(
                home, type, stars, List.of(), new CNode("empty", "", 0, 0, List.of()), false);
    }

    /** The name that a declarator declares, empty if it has none. */
    static String name(CNode declarator) {
        CNode node = declarator;
        while (node.is("assign") || node.is("bit-field") || node.is("array")) {
            node = node.child(0);
        }
        return node.is("name") || node.is("prototype") ? node.label() : "";
    }

    private static int starsBefore(Symbols home, int name) {
        String text = home.source().text();
        int stars = 0;
        int at = Math.min(name, text.length()) - 1;
        while (at >= 0) {
            char c = text.charAt(at);
            if (c == '*') {
                stars++;
                at--;
            } else if (c <= ' ') {
                at--;
            } else {
                int from = at + 1;
                while (from > 0 && Character.isJavaIdentifierPart(text.charAt(from - 1))) {
                    from--;
                }
                if (!SKIPPED.contains(text.substring(from, at + 1))) {
                    break;
                }
                at = from - 1;
            }
        }
        return stars;
    }

    boolean isPointer() {
        return stars > 0;
    }

    /** The words of the type without stars, qualifiers and tags. */
    String plain() {
        StringBuilder words = new StringBuilder();
        for (String word : base.label().split("[ *&]+")) {
            boolean noise =
                    SKIPPED.contains(word)
                            || Words.isTag(word)
                            || word.equals("static")
                            || word.equals("extern")
                            || word.equals("register");
            if (!noise && !word.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ").append(word);
            }
        }
        return words.toString();
    }

    /** What it is the address of. */
    Declared pointee() {
        return new Declared(home, base, stars - 1, lengths, bits, wide);
    }

    Declared element() {
        return new Declared(home, base, stars, lengths.subList(1, lengths.size()), bits, wide);
    }

    /** The same through a typedef: what {@code meant} says with what this adds. */
    Declared through(Declared meant) {
        List<CNode> all = new ArrayList<>(lengths);
        all.addAll(meant.lengths());
        return new Declared(meant.home(), meant.base(), stars + meant.stars(), all, bits, wide);
    }
}
