package org.ringfence.reader.c;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;

/** Sizes and offsets as the compiler of Windows lays structures out, in bytes. */
final class Layouts {
    private static final int MAX_DEPTH = 40;

    private final Visible visible;
    private final int pointer;
    private final Function<CNode, OptionalLong> evaluate;
    private final Set<CNode> open = new HashSet<>();

    /**
     * @param pointer bytes of a pointer
     * @param evaluate gives lengths of arrays
     */
    Layouts(Visible visible, int pointer, Function<CNode, OptionalLong> evaluate) {
        this.visible = visible;
        this.pointer = pointer;
        this.evaluate = evaluate;
    }

    int pointerSize() {
        return pointer;
    }

    /** How much room something takes, and what its offset must be a multiple of. */
    record Extent(long size, long alignment) {}

    /** A field: where it is and what it is. */
    record Field(long offset, Declared declared) {}

    Optional<Extent> extent(Declared declared) {
        Optional<Extent> element =
                declared.isPointer() ? Optional.of(new Extent(pointer, pointer)) : base(declared);
        if (element.isEmpty()) {
            return element;
        }
        long size = element.get().size();
        for (CNode length : declared.lengths()) {
            OptionalLong count = length.is("empty") ? OptionalLong.of(0) : evaluate.apply(length);
            if (count.isEmpty() || count.getAsLong() < 0 || count.getAsLong() > 1L << 40) {
                return Optional.empty();
            }
            size *= count.getAsLong();
        }
        long alignment = element.get().alignment();
        return Optional.of(
                new Extent(size, declared.wide() ? Math.max(alignment, pointer) : alignment));
    }

    private Optional<Extent> base(Declared declared) {
        CNode base = declared.base();
        if (base.is("enum")) {
            return Optional.of(new Extent(4, 4));
        }
        if (base.is("struct")) {
            return struct(declared.home(), base);
        }
        String plain = declared.plain();
        int basic = Casts.size(plain, pointer);
        if (basic > 0) {
            return Optional.of(new Extent(basic, Math.min(basic, 8)));
        }
        Optional<Declared> meant = visible.type(plain);
        if (meant.isEmpty() || open.size() > MAX_DEPTH || !open.add(meant.get().base())) {
            return Optional.empty();
        }
        try {
            return extent(meant.get());
        } finally {
            open.remove(meant.get().base());
        }
    }

    /** What stands behind typedefs, as long as they are known. */
    Declared resolved(Declared declared) {
        Declared now = declared;
        for (int i = 0; i < MAX_DEPTH; i++) {
            Optional<Declared> meant =
                    now.base().is("struct") ? Optional.empty() : visible.type(now.plain());
            if (meant.isEmpty() || meant.get().base() == now.base()) {
                return now;
            }
            now = now.through(meant.get());
        }
        return now;
    }

    /** A field of a struct, those of structs without a name inside included. */
    Optional<Field> field(Declared of, String name) {
        Declared struct = resolved(of);
        if (!struct.base().is("struct") || open.size() > MAX_DEPTH || !open.add(struct.base())) {
            return Optional.empty();
        }
        try {
            return fieldIn(struct.home(), struct.base(), name);
        } finally {
            open.remove(struct.base());
        }
    }

    private Optional<Field> fieldIn(Symbols home, CNode struct, String name) {
        StructLayout layout = new StructLayout(isUnion(home, struct), packing(home, struct));
        for (Member member : members(home, struct)) {
            Optional<Extent> extent = extent(member.declared());
            OptionalLong bits = bits(member);
            if (extent.isEmpty() || bits.isEmpty()) {
                return Optional.empty();
            }
            long offset = layout.add(extent.get(), bits.getAsLong());
            if (member.name().equals(name)) {
                return Optional.of(new Field(offset, member.declared()));
            }
            if (member.name().isEmpty() && member.declared().base().is("struct")) {
                Optional<Field> inner = field(member.declared(), name);
                if (inner.isPresent()) {
                    return Optional.of(
                            new Field(offset + inner.get().offset(), inner.get().declared()));
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Extent> struct(Symbols home, CNode struct) {
        StructLayout layout = new StructLayout(isUnion(home, struct), packing(home, struct));
        for (Member member : members(home, struct)) {
            Optional<Extent> extent = extent(member.declared());
            OptionalLong bits = bits(member);
            if (extent.isEmpty() || bits.isEmpty()) {
                return Optional.empty();
            }
            layout.add(extent.get(), bits.getAsLong());
        }
        return Optional.of(layout.whole());
    }

    /** -1 for a member that is no bit-field, empty if the width is not known. */
    private OptionalLong bits(Member member) {
        CNode bits = member.declared().bits();
        return bits.is("empty") ? OptionalLong.of(-1) : evaluate.apply(bits);
    }

    private record Member(String name, Declared declared) {}

    /** What cannot be told becomes a member of a type that nothing knows. */
    private static List<Member> members(Symbols home, CNode struct) {
        List<Member> found = new ArrayList<>();
        struct.children().forEach(child -> member(home, (CNode) child, found));
        return found;
    }

    private static void member(Symbols home, CNode node, List<Member> into) {
        switch (node.kind()) {
            case "struct" -> into.add(new Member("", Declared.type(home, node)));
            case "declaration" -> {
                CNode base = node.child(0);
                boolean nameless = node.children().size() == 1 && base.is("struct");
                if (nameless) {
                    into.add(new Member("", Declared.type(home, base)));
                }
                for (int i = 1; i < node.children().size(); i++) {
                    CNode declarator = node.child(i);
                    into.add(
                            new Member(
                                    Declared.name(declarator),
                                    Declared.of(home, base, declarator)));
                }
            }
            case "choice" -> choice(home, node, into);
            case "typedef", "enum" -> {}
            default -> into.add(new Member("", Declared.type(home, unknown(node))));
        }
    }

    /** The arm that the usual configuration takes. */
    private static void choice(Symbols home, CNode choice, List<Member> into) {
        for (int i = 0; i < choice.children().size(); i++) {
            CNode arm = choice.child(i);
            Optional<Boolean> holds = home.conditions().holds(arm.label());
            if (holds.isEmpty() && !arm.label().equals("else")) {
                into.add(new Member("", Declared.type(home, unknown(arm))));
                return;
            }
            if (holds.orElse(true)) {
                arm.children().forEach(inner -> member(home, (CNode) inner, into));
                return;
            }
        }
    }

    private static CNode unknown(CNode where) {
        return new CNode("type", "?", where.start(), where.start(), List.of());
    }

    private static boolean isUnion(Symbols home, CNode struct) {
        return home.source().text().startsWith("union", struct.start());
    }

    /** What {@code #pragma pack} and the headers pshpack say before the structure. */
    private static int packing(Symbols home, CNode struct) {
        Deque<Integer> stack = new ArrayDeque<>();
        int now = 8;
        for (CNode line : home.tree().packing()) {
            if (line.start() > struct.start()) {
                break;
            }
            String label = line.label().toLowerCase(Locale.ROOT).replace(" ", "");
            String digits = label.replaceAll("\\D", "");
            if (label.contains("poppack") || label.startsWith("pack(pop")) {
                now = stack.isEmpty() ? 8 : stack.pop();
            } else {
                if (label.contains("pshpack") || label.contains("push")) {
                    stack.push(now);
                }
                boolean number = !digits.isEmpty() && digits.length() < 3;
                now = number ? Integer.parseInt(digits) : label.contains("push") ? now : 8;
            }
        }
        return Math.max(1, now);
    }
}
