package org.ringfence.reader.c.oracle;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeSet;
import org.ringfence.subject.Node;
import org.ringfence.subject.Subject;

/** The facts of a text by the nodes that a reader made of it. */
final class Seen {
    final Map<Fact, TreeSet<Integer>> facts = new EnumMap<>(Fact.class);
    int functions;
    int functionsWithGaps;
    private final Subject subject;
    private final String text;

    Seen(Subject subject) {
        this.subject = subject;
        this.text = subject.source().text();
        for (Fact fact : Fact.values()) {
            facts.put(fact, new TreeSet<>());
        }
        subject.roots().forEach(root -> visit(root, false));
        subject.collection("conditional-groups").forEach(node -> add(Fact.IF, node.span().start()));
    }

    private void visit(Node node, boolean inMacro) {
        int start = node.span().start();
        switch (node.kind()) {
            case "function" -> {
                functions++;
                boolean touched =
                        subject.gaps().stream()
                                .anyMatch(
                                        gap ->
                                                gap.span().end() >= start
                                                        && gap.span().start() < node.span().end());
                functionsWithGaps += touched ? 1 : 0;
                function(node);
            }
            case "call" -> {
                Node callee = node.children().get(0);
                String last =
                        callee.kind().equals("member")
                                ? callee.children().get(1).label()
                                : callee.label();
                int bracket = text.indexOf('(', callee.span().end());
                boolean named = callee.kind().equals("name") || callee.kind().equals("member");
                boolean plain =
                        bracket >= 0
                                && text.charAt(Math.max(0, callee.span().end() - 1)) != '>'
                                && !text.substring(callee.span().end(), bracket).contains(")");
                if (named && !last.isEmpty() && plain) {
                    add(inMacro ? Fact.MACRO_CALL : Fact.CALL, bracket);
                }
            }
            case "member" -> {
                if (!inMacro) {
                    add(Fact.FIELD, node.children().get(1).span().start());
                }
            }
            case "switch" -> addUnless(inMacro, Fact.SWITCH, start);
            case "case", "default" -> addUnless(inMacro, Fact.CASE, start);
            case "try", "except", "finally", "leave" -> addUnless(inMacro, Fact.SEH, start);
            case "define" -> {
                int name = text.indexOf("define", start) + "define".length();
                add(Fact.DEFINE, text.indexOf(node.label(), name));
            }
            default -> {}
        }
        boolean inside = inMacro || node.kind().equals("define");
        node.children().forEach(child -> visit(child, inside));
    }

    /** By the bracket of its parameters back to the last word of its name. */
    private void function(Node node) {
        String name = node.label();
        String last = name.substring(Math.max(name.lastIndexOf(':'), name.lastIndexOf('~')) + 1);
        int end = node.children().get(0).span().start();
        String found = name.contains("operator") ? "operator" : last;
        add(Fact.FUNCTION, text.lastIndexOf(found, end));
    }

    private void addUnless(boolean not, Fact fact, int offset) {
        if (!not) {
            add(fact, offset);
        }
    }

    private void add(Fact fact, int offset) {
        facts.get(fact).add(offset);
    }
}
