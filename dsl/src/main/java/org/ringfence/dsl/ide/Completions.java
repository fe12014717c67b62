package org.ringfence.dsl.ide;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.Assignment;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.Keyword;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.ringfence.dsl.ide.Proposals.Proposal;
import org.ringfence.dsl.ide.Proposals.Rank;
import org.ringfence.dsl.ide.Workbench.View;
import org.ringfence.dsl.rules.FixClause;
import org.ringfence.dsl.rules.TestClause;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;

/** Says what may stand at the caret: what the grammar lets stand there, filled in with names. */
final class Completions {
    private static final Pattern TOPIC =
            Pattern.compile("^\\s*topic\\s+(?:[^,]*,\\s*)*\"?([\\w./#-]*)$");
    private static final Pattern TYPED = Pattern.compile("[$@]?(?:\\.\\.\\.)?[\\w-]*$");

    private final View view;
    private final String text;
    private final int offset;
    private final boolean snippets;

    Completions(View view, int offset, boolean snippets) {
        this.view = view;
        this.text = view.document().text();
        this.offset = offset;
        this.snippets = snippets;
    }

    List<CompletionItem> items() {
        String line = text.substring(text.lastIndexOf('\n', offset - 1) + 1, offset);
        Matcher topic = TOPIC.matcher(line);
        if (topic.find()) {
            return topics(topic.group(1));
        }
        Optional<ILeafNode> around = around();
        if (around.filter(ILeafNode::isHidden).isPresent()) {
            return List.of();
        }
        Proposals proposals = proposals(typed());
        Offers offers = new Offers(view, region(), proposals);
        if (around.isPresent()) {
            literal(around.get(), offers);
        } else {
            grammar(offers, text.substring(0, offset - typed().length()));
        }
        return proposals.items();
    }

    private Proposals proposals(String typed) {
        return new Proposals(
                view.document().lines().range(offset - typed.length(), offset), typed, snippets);
    }

    private String typed() {
        Matcher typed = TYPED.matcher(text).region(Math.max(0, offset - 200), offset);
        return typed.find() ? typed.group() : "";
    }

    private Optional<Region> region() {
        return view.document().regions().stream()
                .filter(r -> r.start() <= offset)
                .reduce((a, b) -> b);
    }

    /** The literal or the comment that the caret stands in. */
    private Optional<ILeafNode> around() {
        return view.document()
                .token(offset)
                .filter(leaf -> leaf.getOffset() < offset)
                .filter(
                        leaf -> {
                            String token = leaf.getText();
                            boolean literal = token.startsWith("\"") || token.startsWith("`");
                            boolean comment = leaf.isHidden() && !token.isBlank();
                            int end = leaf.getOffset() + token.stripTrailing().length();
                            boolean open = isOpen(token);
                            return (literal || comment) && (offset < end || open && offset <= end);
                        });
    }

    private static boolean isOpen(String token) {
        return token.startsWith("//")
                || !token.startsWith("/*")
                        && !org.ringfence.dsl.compile.Fences.complaint(token).isEmpty();
    }

    // --- topics

    private List<CompletionItem> topics(String typed) {
        Proposals proposals = proposals(typed);
        int hash = typed.indexOf('#');
        if (hash < 0) {
            for (Topic topic : view.project().guidance().topics()) {
                proposals.add(
                        Rank.USUAL,
                        new Proposal(
                                topic.id(),
                                CompletionItemKind.Reference,
                                topic.title(),
                                topic.summary()));
            }
        } else {
            view.project()
                    .guidance()
                    .topic(typed.substring(0, hash))
                    .ifPresent(topic -> sections(topic, proposals));
        }
        return proposals.items();
    }

    private static void sections(Topic topic, Proposals proposals) {
        for (Section section : topic.sections()) {
            if (!section.anchor().isEmpty()) {
                String summary = section.text().lines().findFirst().orElse("");
                proposals.add(
                        Rank.USUAL,
                        new Proposal(
                                topic.id() + "#" + section.anchor(),
                                CompletionItemKind.Reference,
                                section.heading(),
                                summary));
            }
        }
    }

    // --- literals

    private void literal(ILeafNode literal, Offers offers) {
        String before = text.substring(literal.getOffset(), offset - typed().length());
        boolean hole =
                Holes.of(literal).stream()
                        .anyMatch(h -> h.offset() <= offset && offset <= h.offset() + h.length());
        if (hole && before.endsWith(".")) {
            offers.attributes(before);
        } else if (hole) {
            offers.expression();
        } else if (literal.getSemanticElement() instanceof TestClause) {
            offers.test(before.substring(before.lastIndexOf('\n') + 1), typed());
        } else if (literal.getText().startsWith("`")) {
            offers.code(typed(), literal.getSemanticElement() instanceof FixClause);
        }
    }

    // --- the grammar

    private void grammar(Offers offers, String before) {
        // what stands before this definition has no say, and would only take time
        int start =
                region().filter(r -> r.end() >= before.stripTrailing().length())
                        .map(Region::start)
                        .orElse(0);
        String part = start == 0 ? before : "pack p\n" + before.substring(start);
        for (AbstractElement element : view.project().language().expectations().after(part)) {
            if (element instanceof Keyword keyword) {
                keyword(offers, keyword);
            } else if (element instanceof Assignment assignment) {
                offers.feature(
                        GrammarUtil.containingRule(assignment).getName(),
                        assignment.getFeature(),
                        before);
            }
        }
    }

    private static final Set<String> NAME_RULES = Set.of("Word", "ReferenceName", "TopicId");

    private static void keyword(Offers offers, Keyword keyword) {
        String value = keyword.getValue();
        boolean word = Character.isLetter(value.charAt(0));
        if (word && !NAME_RULES.contains(GrammarUtil.containingRule(keyword).getName())) {
            offers.keyword(value, GrammarUtil.containingRule(keyword).getName());
        }
    }
}
