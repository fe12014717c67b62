package org.ringfence.dsl.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ringfence.rule.LoadedPack;
import org.ringfence.rule.PackHashes;
import org.ringfence.rule.PackJson;
import org.ringfence.rule.RulePack;

/**
 * What is to be said of a pack's jar: that it is whole, that this engine can run all of it, and
 * that its class constructs what its JSON says. No code of the jar is run for that: the class is
 * written anew from the JSON and compared.
 *
 * @param summary name, version and contents of the pack; empty where there is none
 * @param problems sentences without their end; none where all is well
 */
public record Verification(String summary, List<String> problems) {
    public Verification {
        problems = List.copyOf(problems);
    }

    /**
     * @throws IOException if the file cannot be read
     */
    public static Verification of(Path jar) throws IOException {
        PackArchive archive = PackArchive.read(jar);
        List<String> problems = new ArrayList<>(archive.problems());
        byte[] json = archive.files().get(PackJson.ENTRY);
        if (json == null) {
            if (problems.isEmpty()) {
                problems.add("it is not a rule pack: it has no " + PackJson.ENTRY);
            }
            return new Verification("", problems);
        }
        LoadedPack loaded =
                PackJson.read(new ByteArrayInputStream(json), jar.getFileName().toString());
        if (loaded instanceof LoadedPack.Refused refused) {
            problems.add(refused.reason());
            return new Verification("", problems);
        }
        LoadedPack.Usable usable = (LoadedPack.Usable) loaded;
        problems.addAll(PackHashes.problems(json));
        problems.addAll(sums(archive.files()));
        usable.refused().forEach(r -> problems.add(r.what() + ": " + r.reason()));
        if (usable.refused().isEmpty()) {
            problems.addAll(classes(archive.files(), usable.pack()));
        }
        return new Verification(summary(usable.pack()), problems);
    }

    private static String summary(RulePack pack) {
        return pack.name()
                + " "
                + pack.version()
                + ": "
                + pack.rules().size()
                + " rules, format "
                + RulePack.FORMAT
                + ", needs "
                + String.join(", ", pack.features());
    }

    private static List<String> sums(SortedMap<String, byte[]> files) {
        byte[] listed = files.get(PackFiles.SUMS);
        if (listed == null) {
            return List.of("it has no " + PackFiles.SUMS);
        }
        List<String> problems = new ArrayList<>();
        Map<String, String> sums = new TreeMap<>();
        new String(listed, StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("  ", 2))
                .forEach(line -> sums.put(line[line.length - 1], line[0]));
        sums.forEach(
                (name, sum) -> {
                    byte[] content = files.get(name);
                    if (content == null) {
                        problems.add("the file `" + PackArchive.shown(name) + "` is missing");
                    } else if (!PackFiles.sha256(content).equals(sum)) {
                        problems.add(
                                "the file `"
                                        + PackArchive.shown(name)
                                        + "` is not what its hash says");
                    }
                });
        for (String name : files.keySet()) {
            boolean ours = name.startsWith(PackFiles.FOLDER) || name.endsWith(".class");
            if (ours && !name.equals(PackFiles.SUMS) && !sums.containsKey(name)) {
                problems.add("the file `" + PackArchive.shown(name) + "` has no hash");
            }
        }
        return problems;
    }

    private static List<String> classes(SortedMap<String, byte[]> files, RulePack pack) {
        List<String> problems = new ArrayList<>();
        PackClass.files(pack)
                .forEach(
                        (name, content) -> {
                            if (!Arrays.equals(content, files.get(name))) {
                                problems.add(
                                        "the file `"
                                                + name
                                                + "` does not say what the JSON says, or another"
                                                + " version of Ringfence wrote it: compile the"
                                                + " pack again");
                            }
                        });
        return problems;
    }
}
