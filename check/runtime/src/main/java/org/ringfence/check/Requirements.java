package org.ringfence.check;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ringfence.rule.Condition;
import org.ringfence.rule.Expr;
import org.ringfence.rule.Query;
import org.ringfence.rule.Rule;
import org.ringfence.subject.Pattern;
import org.ringfence.subject.Vocabulary;

/**
 * What a rule asks of the vocabulary of its subject. A rule may come from anywhere, so it is not
 * taken for granted that the reader at hand knows its words. The records of a rule are walked by
 * their components: a new kind of node needs a line here only if it names a word of the vocabulary.
 */
final class Requirements {
    private static final ClassValue<List<Method>> PARTS =
            new ClassValue<>() {
                @Override
                protected List<Method> computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents())
                            .filter(part -> !part.getType().isPrimitive())
                            .filter(part -> part.getType() != String.class)
                            .map(RecordComponent::getAccessor)
                            .toList();
                }
            };

    private final Vocabulary vocabulary;
    private final SortedSet<String> missing = new TreeSet<>();

    private Requirements(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Why a rule cannot run, each as the end of "it ..."; empty where it can. */
    static SortedSet<String> unmet(Rule rule, Vocabulary vocabulary) {
        Requirements requirements = new Requirements(vocabulary);
        if (rule.query() instanceof Query.Match match) {
            requirements.start(match.steps().get(0));
        } else if (rule.query() instanceof Query.FlowPath flow) {
            requirements.start(flow.to());
        }
        requirements.visit(rule);
        return requirements.missing;
    }

    /** What a search starts from is found by its kind. */
    private void start(Query.Step step) {
        if (!step.alternatives().stream().allMatch(a -> a.pattern() instanceof Pattern.Exact)) {
            missing.add("has a pattern that is only a hole, which matches everything");
        }
    }

    private void visit(Object part) {
        if (part instanceof Collection<?> items) {
            items.forEach(this::visit);
        } else if (part instanceof Record record) {
            ask(record);
            for (Method accessor : PARTS.get(record.getClass())) {
                visit(value(accessor, record));
            }
        }
    }

    private static Object value(Method accessor, Record record) {
        try {
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the parts of a rule are public: " + accessor, e);
        }
    }

    private void ask(Record part) {
        if (part instanceof Expr.Call call) {
            function(call);
        } else if (part instanceof Expr.Collection collection) {
            want(
                    vocabulary.collections().containsKey(collection.name()),
                    "collection",
                    collection.name());
        } else if (part instanceof Condition.Is is) {
            want(vocabulary.kinds().containsKey(is.kind()), "kind", is.kind());
        } else if (part instanceof Expr.Attribute attribute) {
            want(
                    vocabulary.kinds().values().stream()
                            .anyMatch(kind -> kind.attributes().containsKey(attribute.name())),
                    "attribute",
                    attribute.name());
        }
    }

    private void function(Expr.Call call) {
        var function = vocabulary.functions().get(call.function());
        want(function != null, "function", call.function());
        if (function != null && function.parameters().size() != call.arguments().size()) {
            missing.add(
                    "calls `"
                            + call.function()
                            + "` with "
                            + call.arguments().size()
                            + " arguments instead of "
                            + function.parameters().size());
        }
    }

    private void want(boolean known, String what, String name) {
        if (!known) {
            missing.add(
                    "uses the "
                            + what
                            + " `"
                            + name
                            + "`, which `"
                            + vocabulary.subject()
                            + "` does not have here");
        }
    }
}
