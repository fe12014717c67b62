package org.ringfence.dsl.pack;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.ringfence.rule.PackProvider;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;

/**
 * The class of a pack: {@code ringfence.packs.acme.drivers.Rules} for {@code acme::drivers}. It
 * names each rule as a constant, {@code NO_RAW_POOL}, and provides the pack as a service.
 */
final class PackClass {
    static final String FOLDER = "ringfence/packs/";

    private static final String SERVICE = "META-INF/services/" + PackProvider.class.getName();

    private PackClass() {}

    /** The class files and the entry by which {@link java.util.ServiceLoader} finds them. */
    static SortedMap<String, byte[]> files(RulePack pack) {
        String name = internalName(pack.name());
        Parts parts = new Parts(name);
        SortedMap<String, byte[]> files = new TreeMap<>();
        byte[] provider = provider(pack, name, parts);
        parts.classes().forEach((part, bytes) -> files.put(part + ".class", bytes));
        files.put(name + ".class", provider);
        files.put(SERVICE, (name.replace('/', '.') + "\n").getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** Part of the pack's name after part; a word that Java keeps for itself gets an underscore. */
    private static String internalName(String packName) {
        return Arrays.stream(packName.split("::"))
                .map(part -> part.replace('-', '_'))
                .map(part -> SourceVersion.isKeyword(part) ? part + "_" : part)
                .collect(Collectors.joining("/", FOLDER, "/Rules"));
    }

    private static byte[] provider(RulePack pack, String name, Parts parts) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(
                Opcodes.V17,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_FINAL | Opcodes.ACC_SUPER,
                name,
                null,
                "java/lang/Object",
                new String[] {Type.getInternalName(PackProvider.class)});
        constants(pack, writer);
        MethodVisitor constructor =
                writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "()V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(
                Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitInsn(Opcodes.RETURN);
        constructor.visitMaxs(0, 0);
        MethodVisitor method =
                writer.visitMethod(
                        Opcodes.ACC_PUBLIC,
                        "pack",
                        "()" + Type.getDescriptor(RulePack.class),
                        null,
                        null);
        method.visitCode();
        parts.value(method, pack);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(0, 0);
        return writer.toByteArray();
    }

    private static void constants(RulePack pack, ClassWriter writer) {
        Set<String> taken = new HashSet<>();
        for (Rule rule : pack.rules()) {
            String constant = rule.id().toUpperCase(Locale.ROOT).replace('-', '_');
            while (!taken.add(constant)) {
                constant += "_"; // a-b and a_b
            }
            writer.visitField(
                    Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL,
                    constant,
                    "Ljava/lang/String;",
                    null,
                    rule.id());
        }
    }
}
