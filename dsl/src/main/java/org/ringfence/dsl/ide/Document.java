package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.xtext.nodemodel.ICompositeNode;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.eclipse.xtext.nodemodel.util.NodeModelUtils;
import org.eclipse.xtext.parser.IParseResult;
import org.eclipse.xtext.resource.XtextResource;
import org.ringfence.dsl.compile.ExampleRunner;
import org.ringfence.dsl.rules.RulesFile;

/**
 * A rules file as it is now: its text, what was parsed of it, what is wrong with it. Replaced when
 * its text changes; owned by the worker's thread.
 */
final class Document {
    private final String uri;
    private final Lines lines;
    private final XtextResource resource;
    private final List<ILeafNode> tokens = new ArrayList<>();
    private final List<Region> regions;
    private final boolean parsed;
    private List<Flaw> flaws;

    /** The outcomes of examples by the text of their rule. */
    private Map<String, List<ExampleRunner.Outcome>> outcomes = Map.of();

    /**
     * @param flaws what kept it from being parsed; none where it was, well or badly
     */
    Document(String uri, Lines lines, XtextResource resource, List<Flaw> flaws) {
        this.uri = uri;
        this.lines = lines;
        this.resource = resource;
        this.parsed = flaws.isEmpty();
        this.flaws = flaws;
        root().ifPresent(
                        root ->
                                root.getLeafNodes()
                                        .forEach(
                                                leaf -> {
                                                    if (leaf.getTotalLength() > 0) {
                                                        tokens.add(leaf);
                                                    }
                                                }));
        this.regions = Region.of(this);
    }

    String uri() {
        return uri;
    }

    Lines lines() {
        return lines;
    }

    String text() {
        return lines.text();
    }

    XtextResource resource() {
        return resource;
    }

    private Optional<ICompositeNode> root() {
        return Optional.ofNullable(resource.getParseResult()).map(IParseResult::getRootNode);
    }

    Optional<RulesFile> file() {
        return resource.getContents().stream()
                .filter(RulesFile.class::isInstance)
                .map(RulesFile.class::cast)
                .findFirst();
    }

    /** White space and comments included, in the order of the text. */
    List<ILeafNode> tokens() {
        return tokens;
    }

    List<Region> regions() {
        return regions;
    }

    /** The definition at a place, also where it could not be parsed. */
    Optional<Region> region(int offset) {
        return regions.stream().filter(r -> r.start() <= offset && offset <= r.end()).findFirst();
    }

    /** The token that reaches over a place or, where none does, ends there. */
    Optional<ILeafNode> token(int offset) {
        Optional<ILeafNode> before = leaf(offset - 1);
        Optional<ILeafNode> at = leaf(offset);
        boolean word = at.filter(leaf -> !leaf.isHidden() && isWord(leaf)).isPresent();
        return word || before.isEmpty() || before.get().isHidden() ? at.or(() -> before) : before;
    }

    private static boolean isWord(ILeafNode leaf) {
        char first = leaf.getText().charAt(0);
        return Character.isLetterOrDigit(first) || first == '$' || first == '@' || first == '`';
    }

    private Optional<ILeafNode> leaf(int offset) {
        return root().map(root -> NodeModelUtils.findLeafNodeAtOffset(root, offset));
    }

    /** Whether there is anything to be checked. */
    boolean isParsed() {
        return parsed;
    }

    List<Flaw> flaws() {
        return flaws;
    }

    void setFlaws(List<Flaw> found) {
        flaws = List.copyOf(found);
    }

    Map<String, List<ExampleRunner.Outcome>> outcomes() {
        return outcomes;
    }

    void setOutcomes(Map<String, List<ExampleRunner.Outcome>> found) {
        outcomes = Map.copyOf(found);
    }
}
