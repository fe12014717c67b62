package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.emf.common.notify.impl.AdapterImpl;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.ParameterDef;
import org.ringfence.dsl.rules.RulesFile;
import org.ringfence.kb.Guidance;
import org.ringfence.rule.Origin;
import org.ringfence.rule.RulePack;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.Position;
import org.ringfence.subject.Source;
import org.ringfence.subject.SubjectReader;

/**
 * What one compile knows besides its files: the subjects that rules may be on, and the guidance. It
 * hangs on the resource set, where checks find it.
 */
public final class Workspace extends AdapterImpl {
    private final Map<String, SubjectReader> readers = new TreeMap<>();
    private final Guidance guidance;
    private final Map<URI, Source> sources = new HashMap<>();
    private final Set<URI> libraries = new HashSet<>();

    /** By subject and literal, because the same patterns stand in many rules. */
    private final Map<String, Boolean> trials = new HashMap<>();

    public Workspace(Collection<SubjectReader> readers, Guidance guidance) {
        readers.forEach(reader -> this.readers.put(reader.vocabulary().subject(), reader));
        this.guidance = guidance;
    }

    /** The workspace of the resource set that an object lies in. */
    public static Workspace of(EObject object) {
        return object.eResource().getResourceSet().eAdapters().stream()
                .filter(Workspace.class::isInstance)
                .map(Workspace.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a resource set without workspace"));
    }

    public void add(URI uri, Source source) {
        sources.put(uri, source);
    }

    /**
     * Adds a file of another pack, whose definitions may be imported and whose rules are its own.
     */
    public void addLibrary(URI uri, Source source) {
        add(uri, source);
        libraries.add(uri);
    }

    public boolean isLibrary(Resource resource) {
        return libraries.contains(resource.getURI());
    }

    public Source source(Resource resource) {
        return sources.get(resource.getURI());
    }

    Origin origin(EObject object, Place place) {
        Source source = source(object.eResource());
        Position at = source.position(place.offset());
        return new Origin(source.path(), at.line(), at.column());
    }

    Optional<SubjectReader> reader(String subject) {
        return Optional.ofNullable(readers.get(subject));
    }

    boolean canMatch(SubjectReader reader, Pattern pattern, String literal) {
        return trials.computeIfAbsent(
                reader.vocabulary().subject() + " " + literal,
                key -> Trial.canMatch(reader, pattern, literal));
    }

    Collection<String> subjects() {
        return readers.keySet();
    }

    Guidance guidance() {
        return guidance;
    }

    /** All files of the compile that have a content, in the order they were loaded. */
    public static List<RulesFile> files(ResourceSet set) {
        return set.getResources().stream()
                .flatMap(resource -> resource.getContents().stream())
                .filter(RulesFile.class::isInstance)
                .map(RulesFile.class::cast)
                .toList();
    }

    /** The name of a definition with its pack: {@code acme::drivers::max-stack}. */
    static String fullName(Element element) {
        RulesFile file = (RulesFile) element.eContainer();
        return file.getName() + "::" + element.getName();
    }

    /**
     * The parameters that the files of the compile define, with what they are where nobody sets
     * them.
     */
    public List<RulePack.Parameter> parameters(ResourceSet set) {
        List<RulePack.Parameter> parameters = new ArrayList<>();
        for (RulesFile file : files(set)) {
            for (Element element :
                    isLibrary(file.eResource()) ? List.<Element>of() : file.getElements()) {
                if (element instanceof ParameterDef parameter && Places.isWhole(parameter)) {
                    parameters.add(parameter(parameter));
                }
            }
        }
        return parameters;
    }

    private RulePack.Parameter parameter(ParameterDef parameter) {
        Problems reported = new Problems();
        String about =
                Optional.ofNullable(parameter.getAbout())
                        .map(text -> new Literals(reported).string(text, 0).text())
                        .orElse("");
        return new RulePack.Parameter(
                fullName(parameter), about, new Values(Map.of(), reported).value(parameter).expr());
    }

    /** Ends a message on a name that is not seen here but defined in another pack. */
    public static String elsewhere(
            ResourceSet set, String name, Class<? extends Element> definition) {
        for (RulesFile file : files(set)) {
            for (Element element : file.getElements()) {
                if (definition.isInstance(element) && name.equals(element.getName())) {
                    return "; it is in `"
                            + file.getName()
                            + "`: write `import "
                            + file.getName()
                            + "::*`";
                }
            }
        }
        return "";
    }
}
