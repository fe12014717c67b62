package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.EReference;
import org.eclipse.lsp4j.Location;
import org.eclipse.xtext.nodemodel.INode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.compile.Places;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.RulesPackage.Literals;
import org.ringfence.dsl.rules.ValueDef;

/**
 * What a word in a file names, where that is defined and where else it is named: captures in their
 * rule, definitions in all files of the compile.
 */
final class Names {
    private final Project project;

    Names(Project project) {
        this.project = project;
    }

    /**
     * All places of one name.
     *
     * @param name as written, without a dollar and without a pack
     * @param definition where it gets its meaning
     * @param places of the name, the definition included
     * @param capture whether it is a capture of {@code region}
     */
    record Named(
            String name, Spot definition, List<Spot> places, boolean capture, List<Region> region) {
        Named {
            places = List.copyOf(places);
            region = List.copyOf(region);
        }

        Spot at(Document document, int offset) {
            return places.stream()
                    .filter(spot -> spot.document() == document && spot.reaches(offset))
                    .findFirst()
                    .orElse(definition);
        }
    }

    record Spot(Document document, Place place) {
        boolean reaches(int offset) {
            return place.offset() - 1 <= offset && offset <= place.offset() + place.length();
        }

        Location location() {
            return new Location(document.uri(), document.lines().range(place));
        }
    }

    /** What stands at a place, if that is a name which files define. */
    Optional<Named> at(Document document, int offset) {
        return capture(document, offset).or(() -> element(document, offset).flatMap(e -> named(e)));
    }

    private Optional<Named> capture(Document document, int offset) {
        Optional<Region> region = document.region(offset);
        Optional<Captures> captures = region.map(r -> Captures.of(project, r));
        return captures.flatMap(c -> c.at(offset))
                .flatMap(use -> captures.get().binding(use.name()))
                .map(
                        binding ->
                                new Named(
                                        binding.name(),
                                        new Spot(document, binding.place()),
                                        captures.get().of(binding.name()).stream()
                                                .map(use -> new Spot(document, use.place()))
                                                .toList(),
                                        true,
                                        List.of(region.get())));
    }

    /** The definition whose name stands at a place or that is referred to there. */
    Optional<Element> element(Document document, int offset) {
        EObject target =
                project.language()
                        .objects()
                        .resolveCrossReferencedElementAt(document.resource(), offset);
        if (target instanceof Element element && !element.eIsProxy()) {
            return Optional.of(element);
        }
        return document.file().stream()
                .flatMap(file -> file.getElements().stream())
                .filter(e -> e.getName() != null && holds(name(e), offset))
                .findFirst()
                .or(() -> inHole(document, offset));
    }

    private static boolean holds(Place place, int offset) {
        return place.offset() <= offset && offset <= place.offset() + place.length();
    }

    private Optional<Element> inHole(Document document, int offset) {
        boolean hole =
                document.token(offset).stream()
                        .flatMap(token -> Holes.of(token).stream())
                        .anyMatch(h -> holds(h, offset));
        return Word.around(document.text(), offset)
                .filter(word -> hole)
                .map(w -> document.text().substring(w.offset(), w.offset() + w.length()))
                .flatMap(
                        word ->
                                project.documents().stream()
                                        .flatMap(d -> d.file().stream())
                                        .flatMap(file -> file.getElements().stream())
                                        .filter(ValueDef.class::isInstance)
                                        .filter(e -> word.equals(e.getName()))
                                        .findFirst());
    }

    private static Place name(Element element) {
        return Places.OF_FILE.of(element, Literals.ELEMENT__NAME);
    }

    Optional<Named> named(Element element) {
        return project.document(element.eResource())
                .map(
                        home -> {
                            Spot definition = new Spot(home, name(element));
                            List<Spot> places = new ArrayList<>(List.of(definition));
                            for (Document each : project.documents()) {
                                places.addAll(references(each, element));
                                if (element instanceof ValueDef) {
                                    Holes.naming(each, element.getName())
                                            .forEach(p -> places.add(new Spot(each, p)));
                                }
                            }
                            return new Named(
                                    element.getName(), definition, places, false, List.of());
                        });
    }

    private static List<Spot> references(Document document, Element element) {
        List<Spot> spots = new ArrayList<>();
        document.resource()
                .getAllContents()
                .forEachRemaining(
                        object -> {
                            for (EReference reference : object.eClass().getEAllReferences()) {
                                if (!reference.isContainment()) {
                                    for (INode node : nodes(object, reference, element)) {
                                        spots.add(new Spot(document, lastName(node)));
                                    }
                                }
                            }
                        });
        return spots;
    }

    private static List<INode> nodes(EObject object, EReference reference, Element element) {
        Object value = object.eGet(reference);
        List<?> targets =
                reference.isMany() ? (List<?>) value : List.of(Optional.ofNullable(value));
        List<INode> nodes = NodeModelUtils.findNodesForFeature(object, reference);
        List<INode> found = new ArrayList<>();
        for (int i = 0; i < Math.min(targets.size(), nodes.size()); i++) {
            Object target =
                    targets.get(i) instanceof Optional<?> o ? o.orElse(null) : targets.get(i);
            if (target == element) {
                found.add(nodes.get(i));
            }
        }
        return found;
    }

    /** The last part of {@code pack::name}. */
    private static Place lastName(INode node) {
        String text = NodeModelUtils.getTokenText(node);
        int skip = text.lastIndexOf(':') + 1;
        return new Place(node.getOffset() + skip, node.getLength() - skip);
    }
}
