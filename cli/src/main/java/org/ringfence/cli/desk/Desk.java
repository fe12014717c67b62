package org.ringfence.cli.desk;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ringfence.check.Input;
import org.ringfence.check.Report;
import org.ringfence.check.RuleTester;
import org.ringfence.check.Validator;
import org.ringfence.dsl.draft.Draft;
import org.ringfence.dsl.draft.RuleDraft;
import org.ringfence.dsl.pack.RuleMarkdown;
import org.ringfence.kb.NearMiss;
import org.ringfence.kb.Topic;
import org.ringfence.kb.search.GuidanceIndex;
import org.ringfence.kb.search.Hit;
import org.ringfence.rule.Rule;
import org.ringfence.rule.RulePack;
import org.ringfence.subject.Source;
import org.ringfence.subject.SubjectReader;

/**
 * Answers questions about guidance, rules and code, from many threads.
 *
 * <pre>{@code
 * try (Desk desk = Desk.open(stock)) {
 *     desk.search(new Wish("any access ioctl", 5, "", false));
 *     desk.check(new Code("sddl", "D:P(A;;GA;;;WD)"));
 * }
 * }</pre>
 */
public final class Desk implements AutoCloseable {
    /** A report tells at most so many findings. */
    public static final int MOST_FINDINGS = 200;

    /** Of so many pages those are taken that a filter lets pass. */
    private static final int FILTERED = 200;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9]+([-/][a-z0-9]+)*");

    private final Stock stock;
    private final GuidanceIndex index;
    private final Validator validator;
    private final Shelf shelf;

    private Desk(Stock stock, GuidanceIndex index) {
        this.stock = stock;
        this.index = index;
        this.validator = new Validator(stock.packs(), stock.readers(), stock.settings());
        this.shelf = new Shelf(stock.guidance(), stock.packs());
    }

    /**
     * Opens a desk.
     *
     * @throws IOException when the index cannot be used
     */
    public static Desk open(Stock stock) throws IOException {
        return new Desk(stock, GuidanceIndex.open(stock.index()));
    }

    /**
     * Returns the pages that answer best.
     *
     * @throws IOException when the index cannot be read
     */
    public List<Found> search(Wish wish) throws IOException {
        boolean filtered = wish.ruled() || !wish.area().isEmpty();
        if (!wish.area().isEmpty() && !areas().contains(wish.area())) {
            throw unknown("area", wish.area(), areas());
        }
        return index.search(wish.query(), filtered ? FILTERED : wish.limit()).stream()
                .map(this::found)
                .filter(found -> wish.area().isEmpty() || found.area().equals(wish.area()))
                .filter(found -> !wish.ruled() || !found.rules().isEmpty())
                .limit(wish.limit())
                .toList();
    }

    private Found found(Hit hit) {
        return new Found(hit, shelf.area(hit.topicId()), shelf.rules(hit.topicId()));
    }

    /** Returns at most {@code limit} names of topics, rules and APIs that what was typed begins. */
    public List<String> suggestions(String typed, int limit) {
        return shelf.suggestions(typed, limit);
    }

    /** Returns the parts of the guidance, in its order. */
    public List<String> areas() {
        return shelf.areas();
    }

    /** Returns all topics, in the order of the guidance. */
    public List<Topic> topics() {
        return stock.guidance().topics();
    }

    /** Returns the topic with an id. */
    public Topic topic(String id) {
        return stock.guidance()
                .topic(id)
                .orElseThrow(() -> unknown("topic", id, topics().stream().map(Topic::id).toList()));
    }

    /** Returns the rules that run, in the order of their ids. */
    public List<Rule> rules() {
        return validator.rules();
    }

    /** Returns the ids of the rules that enforce a topic. */
    public List<String> rules(Topic topic) {
        return shelf.rules(topic.id());
    }

    /** Returns the rule with an id. */
    public Rule rule(String id) {
        return rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown("rule", id, rules().stream().map(Rule::id).toList()));
    }

    /** Returns all there is to say about a rule, with its examples, as Markdown. */
    public String explanation(Rule rule) {
        RulePack pack =
                stock.packs().stream()
                        .filter(candidate -> candidate.rules().contains(rule))
                        .findFirst()
                        .orElseThrow();
        return RuleMarkdown.of(rule, pack);
    }

    /** Returns what can be checked, such as {@code c}. */
    public List<String> kinds() {
        return stock.readers().stream().map(reader -> reader.vocabulary().subject()).toList();
    }

    /** Returns all that is wrong with a text; its path in the report is its kind. */
    public Report check(Code code) {
        SubjectReader reader = reader(code.kind());
        Source source = new Source(code.kind(), code.text());
        return validator.check(List.of(new Input.Readable(reader.read(source))));
    }

    /**
     * Returns what the entries of security descriptors mean, in their order; none for other text.
     */
    public List<Meaning> meanings(Code code) {
        return code.kind().equals(Meaning.KIND)
                ? Meaning.of(reader(code.kind()).read(new Source(code.kind(), code.text())))
                : List.of();
    }

    /** Returns the report with the first {@link #MOST_FINDINGS} findings. */
    public static Report bounded(Report all) {
        int most = Math.min(MOST_FINDINGS, all.findings().size());
        return new Report(
                all.findings().subList(0, most),
                all.rules(),
                all.checked(),
                all.skipped(),
                all.gaps().subList(0, Math.min(MOST_FINDINGS, all.gaps().size())),
                all.givenUp(),
                all.refused());
    }

    private SubjectReader reader(String kind) {
        return stock.readers().stream()
                .filter(reader -> reader.vocabulary().subject().equals(kind))
                .findFirst()
                .orElseThrow(() -> unknown("kind of text", kind, kinds()));
    }

    /**
     * Returns a rule with tests, made from code that it must find, or why there is none.
     *
     * @param kind of the code
     * @param wish its id, topic and code; its header counts as it is
     */
    public synchronized Draft draft(String kind, Draft.Wish wish) {
        if (!ID.matcher(wish.id()).matches()) {
            throw new Wrong(
                    Wrong.Kind.INVALID,
                    "`%s` is no id of a rule: it is words in lower case with - between them, such as no-raw-pool"
                            .formatted(wish.id()));
        }
        if (!TOPIC.matcher(wish.topic()).matches()) {
            throw new Wrong(
                    Wrong.Kind.INVALID,
                    "`%s` is no id of a topic: it is words in lower case with - and / between them"
                            .formatted(wish.topic()));
        }
        SubjectReader reader = reader(kind);
        return new RuleDraft(
                        reader, stock.readers(), new DraftTrial(new RuleTester(stock.readers())))
                .draft(wish);
    }

    private static Wrong unknown(String what, String name, Collection<String> known) {
        String shown = name.length() > 80 ? name.substring(0, 80) + "..." : name;
        Optional<String> near = name.length() > 80 ? Optional.empty() : NearMiss.of(name, known);
        String all = known.stream().limit(12).collect(Collectors.joining(", "));
        String hint =
                near.map(id -> "did you mean `" + id + "`?")
                        .orElse(
                                known.size() <= 12
                                        ? "there is " + all
                                        : "there are " + known.size() + ", such as " + all);
        return new Wrong(
                Wrong.Kind.UNKNOWN, "there is no %s `%s`: %s".formatted(what, shown, hint));
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
