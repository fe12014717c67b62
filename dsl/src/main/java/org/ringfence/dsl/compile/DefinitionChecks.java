package org.ringfence.dsl.compile;

import java.util.List;
import org.ringfence.dsl.rules.Atom;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.LiteralAtom;
import org.ringfence.dsl.rules.MapDef;
import org.ringfence.dsl.rules.PatternDef;
import org.ringfence.dsl.rules.RoleDef;
import org.ringfence.dsl.rules.RulesPackage;
import org.ringfence.dsl.rules.SetDef;

/** Checks the definitions that rules share, as far as that needs no subject. */
public final class DefinitionChecks {
    private static final Places PLACES = Places.OF_FILE;

    private DefinitionChecks() {}

    /** The problems of a definition that has no syntax error. */
    public static List<Problem> of(Element element) {
        Problems problems = new Problems();
        if (element instanceof RoleDef) {
            problems.unsupported(PLACES.keyword(element, "role"), "role");
        } else if (element instanceof MapDef) {
            problems.unsupported(PLACES.keyword(element, "map"), "map");
        } else if (element instanceof PatternDef pattern) {
            pattern(pattern, problems);
        } else if (element instanceof SetDef set) {
            for (Atom item : set.getItems()) {
                if (item instanceof LiteralAtom literal) {
                    LiteralValues.of(literal.getText(), PLACES.of(literal), problems);
                }
            }
        }
        return problems.found();
    }

    private static void pattern(PatternDef pattern, Problems problems) {
        if (!pattern.getKind().equals("pattern")) {
            problems.unsupported(
                    PLACES.of(pattern, RulesPackage.Literals.PATTERN_DEF__KIND), pattern.getKind());
        }
        if (pattern.getCond() != null) {
            problems.error(
                    PLACES.keyword(pattern, "where"),
                    ProblemCode.UNSUPPORTED,
                    "`where` in a pattern is not supported yet");
        }
        for (var atom : pattern.getBody().getAtoms()) {
            if (atom instanceof org.ringfence.dsl.rules.CodePattern code) {
                new Literals(problems).code(code.getCode(), PLACES.of(code).offset());
            }
        }
    }
}
