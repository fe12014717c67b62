package org.ringfence.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a team set the parameters of its packs to.
 *
 * @param values the full name of a parameter to a number, a text or a set
 */
public record Settings(Map<String, Expr> values) {
    /** Every parameter as its pack has it. */
    public static final Settings DEFAULTS = new Settings(Map.of());

    public Settings {
        values = Map.copyOf(values);
    }

    /**
     * The same settings for a subject: an item of a set that names a constant of it is that
     * constant, as in a set that a rule writes.
     */
    public Settings on(Map<String, Long> constants) {
        Map<String, Expr> resolved = new TreeMap<>();
        values.forEach((name, value) -> resolved.put(name, resolved(value, constants)));
        return new Settings(resolved);
    }

    private static Expr resolved(Expr value, Map<String, Long> constants) {
        if (!(value instanceof Expr.Set set)) {
            return value;
        }
        return new Expr.Set(
                set.name(), set.items().stream().map(item -> constant(item, constants)).toList());
    }

    private static Expr constant(Expr item, Map<String, Long> constants) {
        return item instanceof Expr.Text text && constants.containsKey(text.text())
                ? new Expr.Number(constants.get(text.text()), text.text())
                : item;
    }

    /** What a parameter is. */
    public Expr of(Expr.Parameter parameter) {
        return values.getOrDefault(parameter.name(), parameter.value());
    }

    /**
     * What came of the wishes of a team.
     *
     * @param problems one sentence for each wish that was not understood
     */
    public record Understood(Settings settings, List<String> problems) {
        public Understood {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Understands wishes by the types of the parameters: a number is decimal or {@code 0x...}, the
     * items of a set stand between commas and are numbers, names or texts.
     *
     * @param wishes {@code name=value}; the name may leave its pack out where no other pack has it
     */
    public static Understood read(Collection<RulePack> packs, List<String> wishes) {
        Map<String, RulePack.Parameter> known = new TreeMap<>();
        packs.forEach(pack -> pack.parameters().forEach(p -> known.put(p.name(), p)));
        Map<String, Expr> values = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        for (String wish : wishes) {
            int equals = wish.indexOf('=');
            String name = equals < 0 ? wish : wish.substring(0, equals).strip();
            List<RulePack.Parameter> meant =
                    known.values().stream()
                            .filter(p -> p.name().equals(name) || p.name().endsWith("::" + name))
                            .toList();
            if (equals < 0) {
                problems.add("`" + wish + "` sets nothing: write name=value");
            } else if (meant.size() != 1) {
                problems.add(
                        meant.isEmpty()
                                ? "no pack has a parameter `" + name + "`" + those(known)
                                : "more than one pack has a parameter `"
                                        + name
                                        + "`: write "
                                        + String.join(
                                                " or ",
                                                meant.stream()
                                                        .map(RulePack.Parameter::name)
                                                        .toList()));
            } else {
                set(meant.get(0), wish.substring(equals + 1).strip(), values, problems);
            }
        }
        return new Understood(new Settings(values), problems);
    }

    private static String those(Map<String, RulePack.Parameter> known) {
        return known.isEmpty() ? "" : "; there is " + String.join(", ", known.keySet());
    }

    private static Expr item(String text) {
        try {
            return new Expr.Number(Long.decode(text), text);
        } catch (NumberFormatException name) {
            return new Expr.Text(text);
        }
    }

    private static void set(
            RulePack.Parameter parameter,
            String text,
            Map<String, Expr> values,
            List<String> problems) {
        if (parameter.value() instanceof Expr.Number) {
            try {
                values.put(parameter.name(), new Expr.Number(Long.decode(text), text));
            } catch (NumberFormatException e) {
                problems.add("`" + parameter.name() + "` is a number, and `" + text + "` is none");
            }
        } else if (parameter.value() instanceof Expr.Set set) {
            List<Expr> items =
                    Arrays.stream(text.split(","))
                            .map(String::strip)
                            .filter(item -> !item.isEmpty())
                            .map(Settings::item)
                            .toList();
            values.put(parameter.name(), new Expr.Set(set.name(), items));
        } else {
            values.put(parameter.name(), new Expr.Text(text));
        }
    }
}
