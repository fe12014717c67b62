package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.ringfence.dsl.compile.Place;
import org.ringfence.dsl.rules.FixClause;
import org.ringfence.dsl.rules.TestClause;
import org.ringfence.subject.SubjectReader;

/**
 * Every place of one definition that speaks of a capture: in conditions, in the code of patterns
 * and fixes, in the holes of messages and in the markers of examples. Found in the tokens, so that
 * it works in a rule that is being typed.
 */
final class Captures {
    /** A doubled dollar is a dollar. */
    private static final Pattern IN_CODE =
            Pattern.compile("\\$\\$|\\$(?:\\.\\.\\.)?([A-Za-z_]\\w*)");

    private static final Pattern IN_MARKER = Pattern.compile("\\$([A-Za-z_]\\w*)=");

    /** Features of the grammar that bind a capture. */
    private static final Set<String> BINDERS =
            Set.of("alias", "originAlias", "sinkAlias", "params", "args", "function", "variable");

    /**
     * A place that names a capture.
     *
     * @param name without the dollar
     * @param place of the name, without the dollar
     * @param binds whether it may give the capture its value
     */
    record Use(String name, Place place, boolean binds) {
        boolean reaches(int offset) {
            return place.offset() - 1 <= offset && offset <= place.offset() + place.length();
        }
    }

    private final List<Use> uses = new ArrayList<>();

    private Captures(Region region, Optional<SubjectReader> reader) {
        for (ILeafNode token : region.tokens()) {
            String text = token.getText();
            if (text.startsWith("$") && text.length() > 1) {
                add(text.substring(1), token.getOffset() + 1, binds(token));
            } else if (text.startsWith("`")) {
                code(token, reader);
            } else if (text.startsWith("\"")) {
                holes(token);
            }
        }
    }

    static Captures of(Project project, Region region) {
        return new Captures(region, project.reader(region.subject()));
    }

    List<Use> all() {
        return uses;
    }

    List<Use> of(String name) {
        return uses.stream().filter(use -> use.name().equals(name)).toList();
    }

    Optional<Use> at(int offset) {
        return uses.stream().filter(use -> use.reaches(offset)).findFirst();
    }

    /** The names that something binds, in the order of the text. */
    List<String> bound() {
        return uses.stream().filter(Use::binds).map(Use::name).distinct().toList();
    }

    /** Where a capture gets its value. */
    Optional<Use> binding(String name) {
        List<Use> all = of(name);
        return all.stream().filter(Use::binds).findFirst().or(() -> all.stream().findFirst());
    }

    private void add(String name, int offset, boolean binds) {
        if (!name.equals("_")) {
            uses.add(new Use(name, new Place(offset, name.length()), binds));
        }
    }

    private static boolean binds(ILeafNode token) {
        Assignment assignment = GrammarUtil.containingAssignment(token.getGrammarElement());
        EObject rule = GrammarUtil.containingRule(token.getGrammarElement());
        boolean value =
                rule instanceof org.eclipse.xtext.AbstractRule r && r.getName().equals("Head");
        return assignment != null && !value && BINDERS.contains(assignment.getFeature());
    }

    private void code(ILeafNode token, Optional<SubjectReader> reader) {
        EObject clause = token.getSemanticElement();
        if (clause instanceof TestClause) {
            reader.ifPresent(r -> markers(token, r.testMarker()));
            return;
        }
        Matcher hole = IN_CODE.matcher(token.getText());
        while (hole.find()) {
            if (Objects.nonNull(hole.group(1))) {
                add(
                        hole.group(1),
                        token.getOffset() + hole.start(1),
                        !(clause instanceof FixClause));
            }
        }
    }

    private void markers(ILeafNode token, String marker) {
        String text = token.getText();
        for (int from = text.indexOf(marker); from >= 0; from = text.indexOf(marker, from + 1)) {
            int end = text.indexOf('\n', from) < 0 ? text.length() : text.indexOf('\n', from);
            Matcher assertion = IN_MARKER.matcher(text).region(from, end);
            while (assertion.find()) {
                add(assertion.group(1), token.getOffset() + assertion.start(1), false);
            }
            from = end;
        }
    }

    private void holes(ILeafNode token) {
        for (Place hole : Holes.of(token)) {
            int start = hole.offset() - token.getOffset();
            Matcher name = IN_CODE.matcher(token.getText()).region(start, start + hole.length());
            while (name.find()) {
                if (Objects.nonNull(name.group(1))) {
                    add(name.group(1), token.getOffset() + name.start(1), false);
                }
            }
        }
    }
}
