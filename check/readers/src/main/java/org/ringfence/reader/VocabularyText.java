package org.ringfence.reader;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.subject.Vocabulary;
import org.ringfence.subject.Vocabulary.Ability;
import org.ringfence.subject.Vocabulary.Attribute;
import org.ringfence.subject.Vocabulary.Function;
import org.ringfence.subject.Vocabulary.Kind;
import org.ringfence.subject.Vocabulary.Type;

/**
 * Reads a {@link Vocabulary} from the text resources beside a reader, so that what rules may say is
 * data that people can read. One declaration a line; one that starts with {@code #} is a comment:
 *
 * <pre>
 * kind call : A call; the first child is what is called
 *   attribute count NUMBER : How many arguments it has
 * collection calls of call
 * function const(ELEMENT) NUMBER : The value of a constant expression
 * implicit macro define
 * constant METHOD_NEITHER = 3
 * ability control-flow
 * </pre>
 */
public final class VocabularyText {
    private static final Pattern KIND = Pattern.compile("(growing )?kind ([\\w-]+) : (.+)");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(settable )?attribute ([\\w-]+) (\\w+) : (.+)");
    private static final Pattern COLLECTION = Pattern.compile("collection ([\\w-]+) of ([\\w-]+)");
    private static final Pattern FUNCTION =
            Pattern.compile("function ([\\w-]+)\\(([\\w, ]*)\\) (\\w+) : (.+)");
    private static final Pattern IMPLICIT = Pattern.compile("implicit (\\w+) ([\\w-]+)");
    private static final Pattern ABILITY = Pattern.compile("ability ([\\w-]+)");
    private static final Pattern CONSTANT = Pattern.compile("constant (\\w+) = (-?\\w+)");

    private final Map<String, String> kindAbouts = new LinkedHashMap<>();
    private final Map<String, Map<String, Attribute>> kindAttributes = new LinkedHashMap<>();
    private final Map<String, String> collections = new LinkedHashMap<>();
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Map<String, Long> constants = new LinkedHashMap<>();
    private final Map<String, String> implicits = new LinkedHashMap<>();
    private final Set<String> growing = new HashSet<>();
    private final Set<Ability> abilities = EnumSet.noneOf(Ability.class);
    private String lastKind = "";

    private VocabularyText() {}

    /**
     * Reads and joins resources.
     *
     * @param subject the id of the vocabulary
     * @param beside the class in whose package the resources lie
     * @param resources names of resources, read in this order
     * @throws IllegalStateException for a line that is no declaration: the build is broken
     */
    public static Vocabulary read(String subject, Class<?> beside, String... resources) {
        VocabularyText text = new VocabularyText();
        for (String resource : resources) {
            int number = 0;
            for (String line : lines(beside, resource)) {
                number++;
                if (!text.declare(line)) {
                    throw new IllegalStateException(
                            resource + ":" + number + ": not a declaration: " + line);
                }
            }
        }
        return text.build(subject);
    }

    /**
     * The lines of a resource with comments and surrounding blanks removed; a line that says
     * nothing stays, as an empty one.
     */
    public static List<String> lines(Class<?> beside, String resource) {
        return rawLines(beside, resource).stream()
                .map(String::strip)
                .map(line -> line.startsWith("#") ? "" : line)
                .toList();
    }

    /** The lines of a resource as they are. */
    public static List<String> rawLines(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource + " beside " + beside);
            }
            BufferedReader reader =
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            List<String> lines = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the resource " + resource, e);
        }
    }

    private boolean declare(String line) {
        if (line.isEmpty()) {
            return true;
        }
        Matcher m;
        if ((m = CONSTANT.matcher(line)).matches()) {
            constants.put(m.group(1), Long.decode(m.group(2)));
        } else if ((m = ATTRIBUTE.matcher(line)).matches()) {
            kindAttributes
                    .get(lastKind)
                    .put(
                            m.group(2),
                            new Attribute(
                                    Type.valueOf(m.group(3)), m.group(4), m.group(1) != null));
        } else if ((m = KIND.matcher(line)).matches()) {
            lastKind = m.group(2);
            kindAbouts.put(lastKind, m.group(3));
            if (m.group(1) != null) {
                growing.add(lastKind);
            }
            kindAttributes.put(lastKind, new LinkedHashMap<>());
        } else if ((m = COLLECTION.matcher(line)).matches()) {
            collections.put(m.group(1), m.group(2));
        } else if ((m = FUNCTION.matcher(line)).matches()) {
            functions.put(
                    m.group(1),
                    new Function(types(m.group(2)), Type.valueOf(m.group(3)), m.group(4)));
        } else if ((m = IMPLICIT.matcher(line)).matches()) {
            implicits.put(m.group(1), m.group(2));
        } else if ((m = ABILITY.matcher(line)).matches()) {
            abilities.add(Ability.valueOf(m.group(1).toUpperCase(Locale.ROOT).replace('-', '_')));
        } else {
            return false;
        }
        return true;
    }

    private static List<Type> types(String list) {
        List<Type> types = new ArrayList<>();
        for (String name : list.split(",")) {
            if (!name.isBlank()) {
                types.add(Type.valueOf(name.strip()));
            }
        }
        return types;
    }

    private Vocabulary build(String subject) {
        Map<String, Kind> kinds = new LinkedHashMap<>();
        kindAbouts.forEach(
                (name, about) ->
                        kinds.put(
                                name,
                                new Kind(about, kindAttributes.get(name), growing.contains(name))));
        return new Vocabulary(
                subject, kinds, collections, functions, constants, implicits, abilities);
    }
}
