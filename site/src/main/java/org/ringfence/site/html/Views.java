package org.ringfence.site.html;

import static java.util.stream.Collectors.joining;

import java.util.List;

/** What stands on the pages that are not a rule's. */
public final class Views {
    private Views() {}

    /** How a topic is checked. */
    public enum State {
        CHECKED("checked"),
        NOT_CHECKABLE("not checkable"),
        OPEN("no rule yet");

        private final String words;

        State(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }

        /** Returns the name for the style sheet. */
        public String style() {
            return words.replace(' ', '-');
        }
    }

    /**
     * @param reason why no rule can check it, or empty
     * @param overview whether the page only leads to others, so that nothing is to be checked
     */
    public record Status(State state, boolean overview, Inline reason) {}

    /**
     * @param sources where the guidance comes from; those without an address are plain text
     * @param rulesAnchor of the heading above the rules
     */
    public record TopicView(
            String summary,
            String checklist,
            Status status,
            Fragment body,
            String rulesAnchor,
            List<RuleView> rules,
            List<Ref> sources,
            List<Ref> below) {
        public TopicView {
            rules = List.copyOf(rules);
            sources = List.copyOf(sources);
            below = List.copyOf(below);
        }
    }

    /** Topics that stand together in the table of contents. */
    public record Area(String title, String anchor, List<TopicLine> topics) {
        private static final int SHORT = 12;

        public Area {
            topics = List.copyOf(topics);
        }

        public Ref link() {
            return new Ref(title, Anchor.href(anchor));
        }

        /** Returns as many topics as fit on the start page. */
        public List<TopicLine> first() {
            return topics.subList(0, Math.min(topics.size(), SHORT));
        }

        /** Returns how many topics {@link #first} leaves out. */
        public int more() {
            return topics.size() - first().size();
        }

        /** Returns the area without the pages on which nothing is to be checked. */
        public Area toBeChecked() {
            return new Area(
                    title,
                    anchor,
                    topics.stream().filter(topic -> !topic.status().overview()).toList());
        }
    }

    /** A topic in a list. */
    public record TopicLine(Ref page, String summary, Status status, List<RuleLine> rules) {
        public TopicLine {
            rules = List.copyOf(rules);
        }

        /** Returns the severities of its rules, with blanks between them. */
        public String severities() {
            return rules.stream().map(RuleLine::severity).distinct().collect(joining(" "));
        }

        /** Returns what its rules check, with blanks between the words. */
        public String subjects() {
            return rules.stream().map(RuleLine::subject).distinct().collect(joining(" "));
        }

        /** Returns how many lines it takes in the matrix. */
        public int span() {
            return Math.max(1, rules.size());
        }
    }

    /** A rule in a list; the tests it passes and those it is known to miss. */
    public record RuleLine(
            Ref page,
            String id,
            String subject,
            String severity,
            String status,
            List<Ref> topics,
            List<Ref> cwe,
            int bad,
            int good,
            int todo) {
        public RuleLine {
            topics = List.copyOf(topics);
            cwe = List.copyOf(cwe);
        }
    }

    /** Totals; {@code topics} counts those that are to be checked. */
    public record Totals(
            int topics, int checked, int notCheckable, int open, int rules, int bad, int good) {

        /** Returns a share of the topics in thousandths, for drawing. */
        public int share(int part) {
            return topics == 0 ? 0 : (int) (1000L * part / topics);
        }
    }

    public record HomeView(String summary, Fragment body, List<Area> areas, Totals totals) {
        public HomeView {
            areas = List.copyOf(areas);
        }
    }

    /**
     * @param orphans rules of topics that the guidance does not have
     */
    public record CoverageView(Totals totals, List<Area> areas, List<RuleLine> orphans) {
        public CoverageView {
            areas = List.copyOf(areas);
            orphans = List.copyOf(orphans);
        }
    }

    /** A vocabulary as tables. */
    public record Subject(
            String name,
            String anchor,
            List<Kind> kinds,
            List<Row> collections,
            List<Row> functions,
            List<Row> constants,
            List<Row> implicits) {
        public Subject {
            kinds = List.copyOf(kinds);
            collections = List.copyOf(collections);
            functions = List.copyOf(functions);
            constants = List.copyOf(constants);
            implicits = List.copyOf(implicits);
        }

        /** Returns the kinds that have attributes. */
        public List<Kind> speaking() {
            return kinds.stream().filter(kind -> !kind.attributes().isEmpty()).toList();
        }

        /** Returns the kinds that have none. */
        public List<Kind> mute() {
            return kinds.stream().filter(kind -> kind.attributes().isEmpty()).toList();
        }
    }

    public record Kind(String name, String anchor, String about, List<Row> attributes) {
        public Kind {
            attributes = List.copyOf(attributes);
        }
    }

    /** A name, its type or value, a sentence, and where an example is. */
    public record Row(String name, String type, String about, Ref example) {}

    /**
     * The reference of the rules language.
     *
     * @param manual the pages that explain it
     * @param syntax productions
     */
    public record LanguageView(List<Ref> manual, List<Subject> subjects, List<Row> syntax) {
        public LanguageView {
            manual = List.copyOf(manual);
            subjects = List.copyOf(subjects);
            syntax = List.copyOf(syntax);
        }
    }

    /**
     * Something that topics and rules speak of.
     *
     * @param page where to read on about it, elsewhere; {@link Ref#NONE} for nowhere
     * @param about a few words on it or its signature, or empty
     */
    public record Entry(
            String name,
            String anchor,
            Ref page,
            String about,
            List<RuleLine> rules,
            List<Ref> topics) {
        public Entry {
            rules = List.copyOf(rules);
            topics = List.copyOf(topics);
        }
    }

    /** Entries below one heading. */
    public record Group(Heading heading, List<Entry> entries) {
        public Group {
            entries = List.copyOf(entries);
        }
    }

    /**
     * @param what one entry is called, such as {@code API}
     * @param code whether names are code
     */
    public record IndexView(String what, boolean code, List<Group> groups) {
        public IndexView {
            groups = List.copyOf(groups);
        }

        public int size() {
            return groups.stream().mapToInt(group -> group.entries().size()).sum();
        }
    }

    /**
     * An item of the checklist.
     *
     * @param owner a role, or empty
     * @param evidence what to keep, or empty
     */
    public record Item(
            String id, String title, String owner, String evidence, List<TopicLine> topics) {
        public Item {
            topics = List.copyOf(topics);
        }
    }

    /** A version and what it changed. */
    public record Release(Heading heading, List<Changes> changes) {
        public Release {
            changes = List.copyOf(changes);
        }
    }

    /** Changes of one kind, such as {@code Added}. */
    public record Changes(String kind, List<Inline> lines) {
        public Changes {
            lines = List.copyOf(lines);
        }
    }
}
