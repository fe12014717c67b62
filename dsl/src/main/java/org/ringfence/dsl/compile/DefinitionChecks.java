package org.ringfence.dsl.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ringfence.dsl.rules.Atom;
import org.ringfence.dsl.rules.CodePattern;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.Literal;
import org.ringfence.dsl.rules.LiteralAtom;
import org.ringfence.dsl.rules.MapDef;
import org.ringfence.dsl.rules.MapEntry;
import org.ringfence.dsl.rules.ParameterDef;
import org.ringfence.dsl.rules.PatternAlternatives;
import org.ringfence.dsl.rules.PatternAtom;
import org.ringfence.dsl.rules.PatternDef;
import org.ringfence.dsl.rules.RoleDef;
import org.ringfence.dsl.rules.RulesPackage;
import org.ringfence.dsl.rules.SetDef;
import org.ringfence.dsl.rules.SetLiteral;

/** Checks the definitions that rules share, as far as that needs no subject. */
public final class DefinitionChecks {
    private static final Places PLACES = Places.OF_FILE;

    private DefinitionChecks() {}

    /** The problems of a definition that has no syntax error. */
    public static List<Problem> of(Element element) {
        Problems problems = new Problems();
        if (element instanceof RoleDef role) {
            literals(role.getBody(), problems);
        } else if (element instanceof PatternDef pattern) {
            literals(pattern.getBody(), problems);
        } else if (element instanceof SetDef set) {
            items(set.getItems(), problems);
        } else if (element instanceof MapDef map) {
            map(map, problems);
        } else if (element instanceof ParameterDef parameter) {
            parameter(parameter, problems);
        }
        return problems.found();
    }

    private static void literals(PatternAlternatives body, Problems problems) {
        for (PatternAtom atom : body.getAtoms()) {
            if (atom instanceof CodePattern code) {
                new Literals(problems).code(code.getCode(), PLACES.of(code).offset());
            }
        }
    }

    private static void items(List<Atom> items, Problems problems) {
        for (Atom item : items) {
            if (item instanceof LiteralAtom literal) {
                LiteralValues.of(literal.getText(), PLACES.of(literal), problems);
            }
        }
    }

    private static void map(MapDef map, Problems problems) {
        Set<String> keys = new HashSet<>();
        for (MapEntry entry : map.getEntries()) {
            items(List.of(entry.getKey(), entry.getValue()), problems);
            if (!keys.add(Places.text(entry.getKey()))) {
                problems.error(
                        PLACES.of(entry.getKey()),
                        ProblemCode.DUPLICATE,
                        "the map has `" + Places.text(entry.getKey()) + "` before");
            }
        }
    }

    private static void parameter(ParameterDef parameter, Problems problems) {
        if (parameter.getValue() instanceof SetLiteral set) {
            items(set.getItems(), problems);
        } else if (parameter.getValue() instanceof Literal literal) {
            LiteralValues.of(literal.getText(), PLACES.of(literal), problems);
        }
        if (parameter.getAbout() != null) {
            Place place = PLACES.of(parameter, RulesPackage.Literals.PARAMETER_DEF__ABOUT);
            new Literals(problems).string(parameter.getAbout(), place.offset());
        }
    }
}
