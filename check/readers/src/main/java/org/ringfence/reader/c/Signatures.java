package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ringfence.subject.Node;

/** Reads signatures off functions and prototypes, with the annotations that stand among them. */
final class Signatures {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Signatures() {}

    /**
     * @param routine a function or a prototype
     * @param declaration what it is declared in, or itself
     */
    static Signature of(Symbols home, CNode routine, CNode declaration) {
        CNode list = routine.child(0);
        List<CNode> above = new ArrayList<>();
        List<CNode> inside = new ArrayList<>();
        List<Node> all = home.tree().annotations();
        for (int i = from(all, declaration.before()); i < all.size(); i++) {
            CNode annotation = (CNode) all.get(i);
            if (annotation.start() >= list.end()) {
                break;
            }
            (annotation.start() < list.start() ? above : inside).add(annotation);
        }
        List<Signature.Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < list.children().size(); i++) {
            parameters.add(parameter(home, list, i, inside));
        }
        String result = declaration == routine ? routine.type() : declaration.child(0).label();
        return new Signature(routine.label(), result, parameters, texts(home, above));
    }

    /** The first annotation that starts at this offset or later. */
    private static int from(List<Node> annotations, int offset) {
        int low = 0;
        int high = annotations.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (annotations.get(middle).span().start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Signature.Parameter parameter(
            Symbols home, CNode list, int place, List<CNode> annotations) {
        CNode node = list.child(place);
        int from = place == 0 ? list.start() : list.child(place - 1).end();
        List<CNode> own = new ArrayList<>();
        for (CNode annotation : annotations) {
            boolean trailing = annotation.label().equals("OPTIONAL");
            boolean before = annotation.start() >= from && annotation.start() < node.end();
            boolean behind = annotation.start() >= node.end() && isNext(list, place, annotation);
            if (trailing ? behind : before && !isTrailing(annotation, from, home)) {
                own.add(annotation);
            }
        }
        boolean named = node.is("parameter") && node.children().size() > 1;
        String type = node.is("parameter") ? node.child(0).label() : node.label();
        boolean rest = type.equals("...");
        String name = rest ? "..." : named ? node.child(1).label() : "";
        return new Signature.Parameter(name, rest ? "" : type, texts(home, own));
    }

    private static boolean isNext(CNode list, int place, CNode annotation) {
        boolean last = place + 1 == list.children().size();
        return last || annotation.start() < list.child(place + 1).start();
    }

    /** Whether no comma stands before it, so that it belongs to the parameter before. */
    private static boolean isTrailing(CNode annotation, int from, Symbols home) {
        return annotation.label().equals("OPTIONAL")
                && home.source().text().substring(from, annotation.start()).indexOf(',') < 0;
    }

    private static List<String> texts(Symbols home, List<CNode> annotations) {
        return annotations.stream()
                .map(node -> home.source().text(node.span()))
                .map(text -> BLANKS.matcher(text).replaceAll(" "))
                .toList();
    }
}
