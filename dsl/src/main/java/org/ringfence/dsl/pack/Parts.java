package org.ringfence.dsl.pack;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Instructions that construct records, whatever records they are: their components are found by
 * reflection. The JVM allows 64 KB a method and 65,535 constants a class, so a large value gets a
 * method of its own, a long list is made of shorter ones, and methods go to further classes.
 */
final class Parts {
    /** Bytes of instructions beyond which a value gets a method of its own. */
    private static final int INLINE = 1_500;

    /** Bytes of instructions that a list may have inside one method. */
    private static final int METHOD = 20_000;

    /** Into how many a longer list is cut. */
    private static final int CUTS = 16;

    /** Constants after which a new class is begun. */
    private static final int CONSTANTS = 15_000;

    /** UTF-16 units of a constant; three bytes each fit into the 65,535 that the JVM allows. */
    private static final int CHUNK = 20_000;

    private static final int CALL = 3;

    private final String owner;
    private final SortedMap<String, ClassWriter> classes = new TreeMap<>();
    private String part = "";
    private int constants = CONSTANTS;
    private int methods;

    /**
     * @param owner the internal name of the class that these are parts of
     */
    Parts(String owner) {
        this.owner = owner;
    }

    /** What was written so far, by internal name. */
    SortedMap<String, byte[]> classes() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        classes.forEach((name, writer) -> files.put(name, writer.toByteArray()));
        return files;
    }

    /** Leaves the value on the stack. */
    void value(MethodVisitor code, Object value) {
        if (size(value) > INLINE && !(value instanceof String)) {
            ownMethod(code, value);
        } else {
            construct(code, value);
        }
    }

    private void ownMethod(MethodVisitor code, Object value) {
        if (constants >= CONSTANTS) {
            part = owner + "$" + classes.size();
            ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
            writer.visit(
                    Opcodes.V17,
                    Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC,
                    part,
                    null,
                    "java/lang/Object",
                    null);
            classes.put(part, writer);
            constants = 0;
        }
        String home = part;
        String name = "m" + methods++;
        String descriptor = "()" + type(value).getDescriptor();
        MethodVisitor method =
                classes.get(home).visitMethod(Opcodes.ACC_STATIC, name, descriptor, null, null);
        method.visitCode();
        construct(method, value);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(0, 0);
        code.visitMethodInsn(Opcodes.INVOKESTATIC, home, name, descriptor, false);
    }

    private static Type type(Object value) {
        if (value instanceof List) {
            return Type.getType(List.class);
        }
        return value instanceof SortedSet
                ? Type.getType(SortedSet.class)
                : Type.getType(value.getClass());
    }

    private void construct(MethodVisitor code, Object value) {
        constants++;
        if (value instanceof String text) {
            text(code, text);
        } else if (value instanceof Enum<?> constant) {
            Type type = Type.getType(constant.getDeclaringClass());
            code.visitFieldInsn(
                    Opcodes.GETSTATIC,
                    type.getInternalName(),
                    constant.name(),
                    type.getDescriptor());
        } else if (value instanceof Record record) {
            record(code, record);
        } else if (value instanceof List<?> list) {
            list(code, list);
        } else if (value instanceof SortedSet<?> set) {
            code.visitTypeInsn(Opcodes.NEW, "java/util/TreeSet");
            code.visitInsn(Opcodes.DUP);
            value(code, List.copyOf(set));
            constructor(code, "java/util/TreeSet", "(Ljava/util/Collection;)V");
        } else if (value instanceof Integer) {
            code.visitLdcInsn(value);
            code.visitMethodInsn(
                    Opcodes.INVOKESTATIC,
                    "java/lang/Integer",
                    "valueOf",
                    "(I)Ljava/lang/Integer;",
                    false);
        } else {
            throw new IllegalStateException(
                    "packs hold no " + value.getClass().getName() + ", so none can be constructed");
        }
    }

    private static void constructor(MethodVisitor code, String type, String descriptor) {
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, type, "<init>", descriptor, false);
    }

    private static void text(MethodVisitor code, String text) {
        code.visitLdcInsn(text.substring(0, Math.min(CHUNK, text.length())));
        for (int from = CHUNK; from < text.length(); from += CHUNK) {
            code.visitLdcInsn(text.substring(from, Math.min(from + CHUNK, text.length())));
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    "java/lang/String",
                    "concat",
                    "(Ljava/lang/String;)Ljava/lang/String;",
                    false);
        }
    }

    private void record(MethodVisitor code, Record record) {
        String type = Type.getInternalName(record.getClass());
        StringBuilder descriptor = new StringBuilder("(");
        code.visitTypeInsn(Opcodes.NEW, type);
        code.visitInsn(Opcodes.DUP);
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            descriptor.append(Type.getDescriptor(component.getType()));
            Object value = component(record, component);
            if (!component.getType().isPrimitive()) {
                value(code, value);
            } else if (value instanceof Boolean flag) {
                code.visitInsn(flag ? Opcodes.ICONST_1 : Opcodes.ICONST_0);
            } else {
                constants += 2;
                code.visitLdcInsn(value);
            }
        }
        constructor(code, type, descriptor.append(")V").toString());
    }

    private static Object component(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the parts of a pack are public: " + component, e);
        }
    }

    private void list(MethodVisitor code, List<?> list) {
        int size = 0;
        for (Object item : list) {
            size += Math.min(size(item), INLINE + CALL) + 6;
        }
        if (size > METHOD) {
            joined(code, list);
            return;
        }
        code.visitLdcInsn(list.size());
        code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        for (int i = 0; i < list.size(); i++) {
            code.visitInsn(Opcodes.DUP);
            code.visitLdcInsn(i);
            value(code, list.get(i));
            code.visitInsn(Opcodes.AASTORE);
        }
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC,
                "java/util/List",
                "of",
                "([Ljava/lang/Object;)Ljava/util/List;",
                true);
    }

    private void joined(MethodVisitor code, List<?> list) {
        code.visitTypeInsn(Opcodes.NEW, "java/util/ArrayList");
        code.visitInsn(Opcodes.DUP);
        constructor(code, "java/util/ArrayList", "()V");
        int length = (list.size() + CUTS - 1) / CUTS;
        for (int from = 0; from < list.size(); from += length) {
            code.visitInsn(Opcodes.DUP);
            value(code, new ArrayList<>(list.subList(from, Math.min(from + length, list.size()))));
            code.visitMethodInsn(
                    Opcodes.INVOKEVIRTUAL,
                    "java/util/ArrayList",
                    "addAll",
                    "(Ljava/util/Collection;)Z",
                    false);
            code.visitInsn(Opcodes.POP);
        }
    }

    /** At least the bytes of instructions that a value takes, if all of it stands in one method. */
    private static int size(Object value) {
        if (value instanceof String text) {
            return CALL + 2 * CALL * (text.length() / CHUNK);
        } else if (value instanceof List<?> list) {
            return 9 + list.stream().mapToInt(item -> size(item) + 6).sum();
        } else if (value instanceof SortedSet<?> set) {
            return 18 + set.stream().mapToInt(item -> size(item) + 6).sum();
        } else if (value instanceof Record record) {
            int size = 7;
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                size += size(component(record, component));
            }
            return size;
        }
        return 2 * CALL;
    }
}
