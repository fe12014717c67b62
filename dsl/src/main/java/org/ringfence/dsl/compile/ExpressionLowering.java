package org.ringfence.dsl.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringfence.dsl.rules.Call;
import org.ringfence.dsl.rules.Expression;
import org.ringfence.dsl.rules.Literal;
import org.ringfence.dsl.rules.Lookup;
import org.ringfence.dsl.rules.MapDef;
import org.ringfence.dsl.rules.Navigation;
import org.ringfence.dsl.rules.Reference;
import org.ringfence.dsl.rules.RulesPackage;
import org.ringfence.dsl.rules.SetLiteral;
import org.ringfence.dsl.rules.Variable;
import org.ringfence.rule.Expr;
import org.ringfence.subject.Vocabulary;
import org.ringfence.subject.Vocabulary.Type;

/** Turns expressions into data, and names into what the vocabulary says of them. */
final class ExpressionLowering {
    private final RuleScope rule;
    private final Captures captures;
    private final Places places;

    ExpressionLowering(RuleScope rule, Captures captures, Places places) {
        this.rule = rule;
        this.captures = captures;
        this.places = places;
    }

    Typed lower(Expression expression) {
        if (expression instanceof Variable variable) {
            String written = variable.getVariable();
            Captures.Bound bound = rule.capture(written, captures, places.of(variable));
            String name = written.startsWith("$") ? written.substring(1) : written;
            return new Typed(new Expr.Capture(captures.inRule(name)), bound.type(), bound.kind());
        } else if (expression instanceof Navigation navigation) {
            return navigation(navigation);
        } else if (expression instanceof Lookup lookup) {
            return lookup(lookup);
        } else if (expression instanceof Call call) {
            return call(call);
        } else if (expression instanceof Reference reference) {
            return reference(reference);
        } else if (expression instanceof Literal literal) {
            return literal(literal.getText(), places.of(literal), rule.problems());
        }
        return new Values(vocabulary().constants(), rule.problems())
                .set("", ((SetLiteral) expression).getItems());
    }

    private void error(Place place, ProblemCode code, String message) {
        rule.problems().error(place, code, message);
    }

    private void error(Place place, ProblemCode code, String message, Suggestion meant) {
        rule.problems().error(place, code, message, meant);
    }

    private Vocabulary vocabulary() {
        return rule.vocabulary();
    }

    // --- attributes

    private Typed navigation(Navigation navigation) {
        Typed target = lower(navigation.getTarget());
        Place place = places.of(navigation, RulesPackage.Literals.NAVIGATION__ATTRIBUTE);
        if (!target.is(Type.ELEMENT)) {
            error(place, ProblemCode.TYPE, Typed.words(target.type()) + " has no attributes");
            return Typed.BROKEN;
        }
        String name = navigation.getAttribute();
        Optional<Type> type = attribute(target.kind(), name, place);
        return type.map(t -> Typed.of(new Expr.Attribute(target.expr(), name), t))
                .orElse(Typed.BROKEN);
    }

    /** The type of an attribute of a kind, or of any kind where that is open. */
    private Optional<Type> attribute(String kind, String name, Place place) {
        Set<Type> types = new HashSet<>();
        Set<String> names = new HashSet<>();
        vocabulary()
                .kinds()
                .forEach(
                        (k, declared) -> {
                            if (kind.isEmpty() || kind.equals(k)) {
                                names.addAll(declared.attributes().keySet());
                                Optional.ofNullable(declared.attributes().get(name))
                                        .ifPresent(attribute -> types.add(attribute.type()));
                            }
                        });
        if (types.isEmpty()) {
            String whose = kind.isEmpty() ? "nothing in `" + vocabulary().subject() + "`" : "";
            error(
                    place,
                    ProblemCode.UNKNOWN_NAME,
                    (kind.isEmpty() ? whose + " has an" : "a `" + kind + "` has no")
                            + " attribute `"
                            + name
                            + "`",
                    Suggestion.of(name, names));
            return Optional.empty();
        }
        return Optional.of(types.size() == 1 ? types.iterator().next() : Type.ANY);
    }

    // --- functions

    private Typed call(Call call) {
        String name = call.getFunction();
        List<Typed> arguments = call.getArgs().stream().map(this::lower).toList();
        Map<String, Vocabulary.Function> functions = vocabulary().functions();
        if (!functions.containsKey(name)) {
            error(
                    places.of(call, RulesPackage.Literals.CALL__FUNCTION),
                    ProblemCode.UNKNOWN_NAME,
                    "`" + vocabulary().subject() + "` has no function `" + name + "`",
                    Suggestion.of(name, functions.keySet()));
            return Typed.BROKEN;
        }
        Vocabulary.Function function = functions.get(name);
        checkArguments(call, function, arguments);
        return Typed.of(
                new Expr.Call(name, arguments.stream().map(Typed::expr).toList()),
                function.result());
    }

    private void checkArguments(Call call, Vocabulary.Function function, List<Typed> arguments) {
        int wanted = function.parameters().size();
        if (wanted != arguments.size()) {
            error(
                    places.of(call),
                    ProblemCode.TYPE,
                    "`"
                            + call.getFunction()
                            + "` takes "
                            + (wanted == 0 ? "no" : wanted)
                            + (wanted == 1 ? " argument" : " arguments")
                            + ", but has "
                            + arguments.size()
                            + " here");
            return;
        }
        for (int i = 0; i < wanted; i++) {
            Type parameter = function.parameters().get(i);
            Typed argument = arguments.get(i);
            boolean textOfElement = parameter == Type.TEXT && argument.type() == Type.ELEMENT;
            if (parameter != Type.ANY && !argument.is(parameter) && !textOfElement) {
                error(
                        places.of(call, RulesPackage.Literals.CALL__ARGS, i),
                        ProblemCode.TYPE,
                        "`"
                                + call.getFunction()
                                + "` takes "
                                + Typed.words(parameter)
                                + " here, but this is "
                                + Typed.words(argument.type()));
            }
        }
    }

    // --- names and literals

    private Typed reference(Reference reference) {
        String name = Places.written(reference, RulesPackage.Literals.REFERENCE__DEFINITION);
        Optional<Typed> known = named(name);
        if (known.isPresent()) {
            return known.get();
        }
        if (isLinked(reference)) {
            // the definition may stand in another file, where its own check reports
            Problems there = new Problems();
            Typed value = new Values(vocabulary().constants(), there).of(reference.getDefinition());
            if (value.expr() instanceof Expr.Parameter) {
                rule.needs("parameter");
            }
            if (there.failed()) {
                rule.problems().reportedElsewhere();
            }
            return value;
        }
        unknown(name, places.of(reference));
        return Typed.BROKEN;
    }

    private Typed lookup(Lookup lookup) {
        Typed key = lower(lookup.getKey());
        boolean isMap =
                lookup.getMap() instanceof Reference reference
                        && isLinked(reference)
                        && reference.getDefinition() instanceof MapDef;
        if (!isMap) {
            Typed other = lower(lookup.getMap());
            if (other != Typed.BROKEN) {
                error(
                        places.of(lookup.getMap()),
                        ProblemCode.TYPE,
                        "only a map is looked up with `[...]`, and this is "
                                + Typed.words(other.type()));
            }
            return Typed.BROKEN;
        }
        rule.needs("map");
        Problems there = new Problems();
        MapDef map = (MapDef) ((Reference) lookup.getMap()).getDefinition();
        Typed value = new Values(vocabulary().constants(), there).lookup(map, key);
        if (there.failed()) {
            rule.problems().reportedElsewhere();
        }
        return value;
    }

    private static boolean isLinked(Reference reference) {
        return Optional.ofNullable(reference.getDefinition())
                .filter(definition -> !definition.eIsProxy())
                .isPresent();
    }

    private Optional<Typed> named(String name) {
        if (vocabulary().constants().containsKey(name)) {
            long value = vocabulary().constants().get(name);
            return Optional.of(Typed.of(new Expr.Number(value, name), Type.NUMBER));
        }
        if (vocabulary().collections().containsKey(name)) {
            String kind = vocabulary().collections().get(name);
            return Optional.of(new Typed(new Expr.Collection(name), Type.LIST, kind));
        }
        return Optional.empty();
    }

    private void unknown(String name, Place place) {
        if (name.equals("true") || name.equals("false")) {
            error(
                    place,
                    ProblemCode.UNKNOWN_NAME,
                    "there is no `"
                            + name
                            + "`: what is true or false stands alone, or behind `not`");
            return;
        }
        Suggestion capture =
                captures.get(name).isPresent()
                        ? Suggestion.of(Optional.of("$" + name))
                        : Suggestion.inWords("");
        List<String> candidates = new ArrayList<>(vocabulary().constants().keySet());
        candidates.addAll(vocabulary().collections().keySet());
        candidates.addAll(rule.valueNames());
        error(
                place,
                ProblemCode.UNKNOWN_NAME,
                "`"
                        + name
                        + "` is no constant or collection of `"
                        + vocabulary().subject()
                        + "` and no set, map or parameter",
                capture.name().isEmpty() ? rule.suggestion(name, candidates) : capture);
    }

    private Typed literal(String raw, Place place, Problems problems) {
        return places == Places.OF_FILE
                ? LiteralValues.of(raw, place, problems)
                : LiteralValues.inHole(raw, place, problems);
    }
}
