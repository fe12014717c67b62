package org.ringfence.dsl.ide;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.ringfence.dsl.ide.Proposals.Proposal;
import org.ringfence.dsl.ide.Proposals.Rank;
import org.ringfence.dsl.ide.Workbench.View;
import org.ringfence.dsl.rules.Element;
import org.ringfence.dsl.rules.MapDef;
import org.ringfence.dsl.rules.PatternDef;
import org.ringfence.dsl.rules.RoleDef;
import org.ringfence.dsl.rules.RuleDef;
import org.ringfence.rule.Confidence;
import org.ringfence.rule.Rule;
import org.ringfence.rule.Severity;
import org.ringfence.subject.SubjectReader;
import org.ringfence.subject.Vocabulary;

/**
 * Fills in what the grammar leaves open: the words of levels, the vocabulary, what files define.
 */
final class Offers {
    /** Clauses that stand more than once in a rule. */
    private static final Set<String> REPEATED =
            Set.of("severity", "topic", "let", "where", "unless", "fix", "bad", "good", "todo");

    private final View view;
    private final Optional<Region> region;
    private final Optional<Subjects> subjects;
    private final Proposals proposals;

    Offers(View view, Optional<Region> region, Proposals proposals) {
        this.view = view;
        this.region = region;
        this.subjects = region.flatMap(r -> Subjects.of(view.project(), r));
        this.proposals = proposals;
    }

    /**
     * @param rule the rule of the grammar that the word stands in
     */
    void keyword(String word, String rule) {
        boolean clause = rule.endsWith("Clause");
        boolean used =
                clause
                        && region.stream()
                                .flatMap(r -> r.tokens().stream())
                                .map(ILeafNode::getText)
                                .anyMatch(word::equals);
        Rank rank = clause && !used ? Rank.FIRST : Rank.USUAL;
        rank = used && !REPEATED.contains(word) ? Rank.LAST : rank;
        proposals.add(rank, new Proposal(word, CompletionItemKind.Keyword, "", ""));
    }

    /**
     * What a feature of the grammar may be.
     *
     * @param before the text up to the word that is typed
     */
    void feature(String rule, String feature, String before) {
        switch (rule + "." + feature) {
            case "SeverityClause.level" -> words(Severity.values());
            case "ConfidenceClause.level" -> words(Confidence.values());
            case "StatusClause.state" -> words(Rule.Status.values());
            case "FixClause.safety" -> words(Rule.Safety.values());
            case "RuleDef.subject" -> subjects();
            case "Relation.kind" -> kinds();
            case "Expression.attribute" -> attributes(before);
            case "Head.variable", "ReportClause.at", "Related.at", "FixClause.target" ->
                    captures(Rank.FIRST);
            case "PatternAtom.variable", "PatternAtom.args" -> captures(Rank.LAST);
            case "Head.function" -> functions();
            case "Head.definition" -> values();
            case "Atom.word" -> constants(Rank.LAST);
            case "PatternAtom.pattern" -> definitions(PatternDef.class::isInstance);
            case "WithinClause.roles" -> definitions(RoleDef.class::isInstance);
            case "StatusClause.replacement" -> definitions(RuleDef.class::isInstance);
            case "Import.importedNamespace" -> packs();
            default -> {}
        }
    }

    private void words(Enum<?>[] values) {
        Stream.of(values)
                .map(v -> v.name().toLowerCase(Locale.ROOT))
                .forEach(w -> add(w, CompletionItemKind.EnumMember, "", ""));
    }

    private void add(String text, CompletionItemKind kind, String detail, String about) {
        proposals.add(Rank.USUAL, new Proposal(text, kind, detail, about));
    }

    private void subjects() {
        view.project()
                .readers()
                .forEach(r -> add(r.vocabulary().subject(), CompletionItemKind.Module, "", ""));
    }

    // --- what files define

    private void definitions(Predicate<Element> wanted) {
        view.project().documents().stream()
                .flatMap(d -> d.file().stream())
                .flatMap(file -> file.getElements().stream())
                .filter(e -> e.getName() != null && wanted.test(e))
                .forEach(this::definition);
    }

    private void definition(Element element) {
        String kind =
                element instanceof RuleDef
                        ? "rule"
                        : element instanceof MapDef ? "map" : element.eClass().getName();
        add(
                element.getName(),
                CompletionItemKind.Variable,
                kind.replace("Def", "").toLowerCase(Locale.ROOT),
                "");
    }

    private void packs() {
        view.project().documents().stream()
                .flatMap(d -> d.file().stream())
                .filter(file -> file.getName() != null)
                .forEach(f -> add(f.getName() + "::*", CompletionItemKind.Module, "pack", ""));
    }

    private void captures(Rank rank) {
        region.map(r -> Captures.of(view.project(), r)).stream()
                .flatMap(c -> c.bound().stream())
                .forEach(
                        name ->
                                proposals.add(
                                        rank,
                                        new Proposal(
                                                "$" + name,
                                                CompletionItemKind.Variable,
                                                kindOf("$" + name),
                                                "")));
    }

    private String kindOf(String capture) {
        return subjects.map(s -> s.kindOf(capture)).orElse("");
    }

    private void implicits() {
        vocabulary(Vocabulary::implicits).keySet().stream()
                .sorted()
                .forEach(name -> add("@" + name, CompletionItemKind.Variable, "text", ""));
        add("@file", CompletionItemKind.Variable, "text", "");
    }

    // --- the vocabulary

    private <T> Map<String, T> vocabulary(
            java.util.function.Function<Vocabulary, Map<String, T>> part) {
        return subjects.map(s -> (Map<String, T>) new TreeMap<>(part.apply(s.vocabulary())))
                .orElse(Map.of());
    }

    private void kinds() {
        vocabulary(Vocabulary::kinds)
                .forEach((name, k) -> add(name, CompletionItemKind.Class, "kind", k.about()));
    }

    /**
     * @param before a text that ends with a dot
     */
    void attributes(String before) {
        subjects.map(s -> s.attributesBehind(before))
                .orElse(Map.of())
                .forEach(
                        (name, a) ->
                                add(
                                        name,
                                        CompletionItemKind.Property,
                                        Subjects.word(a.type()),
                                        a.about()));
    }

    private void functions() {
        vocabulary(Vocabulary::functions)
                .forEach(
                        (name, f) ->
                                proposals.addCall(
                                        Rank.USUAL,
                                        new Proposal(
                                                name,
                                                CompletionItemKind.Function,
                                                Subjects.signature(name, f),
                                                f.about()),
                                        !f.parameters().isEmpty()));
    }

    private void constants(Rank rank) {
        vocabulary(Vocabulary::constants)
                .forEach(
                        (name, value) ->
                                proposals.add(
                                        rank,
                                        new Proposal(
                                                name,
                                                CompletionItemKind.Constant,
                                                Subjects.value(value),
                                                "")));
    }

    private void values() {
        vocabulary(Vocabulary::collections)
                .forEach((name, kind) -> add(name, CompletionItemKind.Field, "every " + kind, ""));
        definitions(
                e -> !(e instanceof RuleDef || e instanceof PatternDef || e instanceof RoleDef));
        constants(Rank.LAST);
    }

    // --- inside of literals

    /** In the hole of a message. */
    void expression() {
        captures(Rank.FIRST);
        implicits();
        functions();
        values();
    }

    /** In the code of a pattern or a fix. */
    void code(String typed, boolean fix) {
        captures(Rank.FIRST);
        if (!fix) {
            Proposal rest =
                    new Proposal("$...", CompletionItemKind.Operator, "any number of siblings", "");
            proposals.add(Rank.LAST, rest);
        }
        if (!typed.startsWith("$")) {
            constants(Rank.USUAL);
            knownNames(typed);
        }
    }

    /** There are thousands, so something of the name has to be there. */
    private void knownNames(String typed) {
        if (subjects.isPresent() && !typed.isEmpty()) {
            var reader = subjects.get().reader();
            reader.knownNames().stream()
                    .sorted()
                    .forEach(name -> proposals.add(Rank.USUAL, () -> known(reader, name), name));
        }
    }

    private static Proposal known(SubjectReader reader, String name) {
        return new Proposal(
                name, CompletionItemKind.Function, reader.signature(name).orElse(""), "");
    }

    /**
     * In the code of an example: captures behind a marker.
     *
     * @param line up to the word that is typed
     */
    void test(String line, String typed) {
        Optional<String> marker = subjects.map(s -> s.reader().testMarker());
        if (marker.filter(line::contains).isPresent()) {
            captures(Rank.FIRST);
        } else if (!typed.isEmpty()) {
            constants(Rank.USUAL);
            knownNames(typed);
        }
    }
}
