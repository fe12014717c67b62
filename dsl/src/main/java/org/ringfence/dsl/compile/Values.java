package org.ringfence.dsl.compile;

import java.util.List;
import java.util.Map;
import org.ringfence.dsl.rules.Atom;
import org.ringfence.dsl.rules.LiteralAtom;
import org.ringfence.dsl.rules.MapDef;
import org.ringfence.dsl.rules.NameAtom;
import org.ringfence.dsl.rules.ParameterDef;
import org.ringfence.dsl.rules.SetDef;
import org.ringfence.dsl.rules.SetLiteral;
import org.ringfence.dsl.rules.ValueDef;
import org.ringfence.rule.Expr;
import org.ringfence.subject.Vocabulary.Type;

/** Turns what definitions stand for into data: sets, maps and parameters. */
final class Values {
    private static final Places PLACES = Places.OF_FILE;

    private final Map<String, Long> constants;
    private final Problems problems;

    /**
     * @param constants the named numbers of the subject
     * @param problems takes what is wrong inside the definitions
     */
    Values(Map<String, Long> constants, Problems problems) {
        this.constants = constants;
        this.problems = problems;
    }

    Typed of(ValueDef definition) {
        if (definition instanceof SetDef set) {
            return set(set.getName(), set.getItems());
        } else if (definition instanceof ParameterDef parameter) {
            Typed value = value(parameter);
            return new Typed(
                    new Expr.Parameter(Workspace.fullName(parameter), value.expr()),
                    value.type(),
                    "");
        }
        MapDef map = (MapDef) definition;
        List<Expr> keys = map.getEntries().stream().map(entry -> item(entry.getKey())).toList();
        return Typed.of(new Expr.Set(map.getName(), keys), Type.LIST);
    }

    /** What a parameter is where nobody sets it. */
    Typed value(ParameterDef parameter) {
        if (parameter.getValue() instanceof SetLiteral set) {
            return set(parameter.getName(), set.getItems());
        }
        var literal = (org.ringfence.dsl.rules.Literal) parameter.getValue();
        return LiteralValues.of(literal.getText(), PLACES.of(literal), problems);
    }

    Typed set(String name, List<Atom> items) {
        return Typed.of(new Expr.Set(name, items.stream().map(this::item).toList()), Type.LIST);
    }

    /** The value of a map; its names stand for themselves, so that code can be made of them. */
    Typed lookup(MapDef map, Typed key) {
        List<Expr.Entry> entries =
                map.getEntries().stream()
                        .map(entry -> new Expr.Entry(item(entry.getKey()), item(entry.getValue())))
                        .toList();
        boolean numbers =
                map.getEntries().stream().allMatch(e -> e.getValue() instanceof LiteralAtom)
                        && entries.stream().allMatch(e -> e.value() instanceof Expr.Number);
        return Typed.of(
                new Expr.Lookup(map.getName(), entries, key.expr()),
                numbers ? Type.NUMBER : Type.TEXT);
    }

    private Expr item(Atom item) {
        if (item instanceof NameAtom name) {
            String word = name.getWord();
            Long constant = constants.get(word);
            return constant == null ? new Expr.Text(word) : new Expr.Number(constant, word);
        }
        return LiteralValues.of(((LiteralAtom) item).getText(), PLACES.of(item), problems).expr();
    }
}
