package org.ringfence.reader.c;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ringfence.reader.c.flow.CFlow;
import org.ringfence.reader.sddl.SddlReader;
import org.ringfence.subject.Flow;
import org.ringfence.subject.Gap;
import org.ringfence.subject.Node;
import org.ringfence.subject.Source;
import org.ringfence.subject.Subject;
import org.ringfence.subject.Value;
import org.ringfence.subject.Vocabulary;

/** A file of C or C++: lexed when it is asked for its words, parsed when it is for more. */
final class CSubject implements Subject {
    private final Reading reading;
    private final Vocabulary vocabulary;
    private final Source source;
    private Lexed lexed;
    private Parsed parsed;

    /** A file is opened by one thread and may be looked into by another. */
    private record Lexed(Tokens tokens, Set<String> words) {}

    /** What is there once the file is parsed. */
    private static final class Parsed {
        private final Tree tree;
        private final Constants constants;
        private final Texts texts;
        private final Routines routines;
        private final Headers headers;
        private final List<Node> controlCodes;
        private final CFlow flow;
        private final Capacities capacities;

        private Parsed(Source source, Lexed lexed, Reading reading) {
            Configuration configuration = reading.configuration();
            tree = Tree.parse(lexed.tokens(), Dialect.of(source.path()), configuration);
            Symbols own = new Symbols(source, tree, configuration);
            Visible visible = new Visible(own, () -> reading.included().of(source, tree));
            constants = new Constants(visible, reading.vocabulary().constants(), configuration);
            texts = new Texts(source, visible);
            routines = new Routines(visible);
            headers = new Headers(visible, lexed.words());
            controlCodes = new ControlCodes(source, visible, constants).find(tree);
            flow = new CFlow(source, tree.roots(), tree.gaps());
            capacities = new Capacities(constants, new Locals(own));
        }
    }

    /** How files are read together. */
    record Reading(Vocabulary vocabulary, Configuration configuration, IncludedFiles included) {}

    CSubject(Reading reading, Source source) {
        this.reading = reading;
        this.vocabulary = reading.vocabulary();
        this.source = source;
    }

    private Lexed lexed() {
        if (lexed == null) {
            Tokens tokens = Lexer.lex(source.text());
            lexed = new Lexed(tokens, Set.copyOf(tokens.words()));
        }
        return lexed;
    }

    private Parsed parsed() {
        if (parsed == null) {
            parsed = new Parsed(source, lexed(), reading);
        }
        return parsed;
    }

    @Override
    public String kind() {
        return vocabulary.subject();
    }

    @Override
    public Source source() {
        return source;
    }

    @Override
    public Set<String> words() {
        return lexed().words();
    }

    @Override
    public List<Node> roots() {
        return parsed().tree.roots();
    }

    @Override
    public List<Node> collection(String name) {
        return switch (name) {
            case "calls" -> parsed().tree.all("call");
            case "strings" -> parsed().tree.all("string");
            case "macros" -> parsed().tree.all("define");
            case "functions" -> parsed().tree.all("function");
            case "includes" -> parsed().tree.all("include");
            case "annotations" -> parsed().tree.annotations();
            case "pragmas" -> parsed().tree.all("pragma");
            case "conditional-groups" -> parsed().tree.presence().groups();
            case "control-codes" -> parsed().controlCodes;
            default -> throw new IllegalArgumentException("c has no collection " + name);
        };
    }

    @Override
    public List<Gap> gaps() {
        return parsed().tree.gaps();
    }

    @Override
    public String presence(int offset) {
        return parsed().tree.presence().text(offset);
    }

    @Override
    public Value evaluate(String function, List<Value> arguments) {
        if (!vocabulary.functions().containsKey(function)) {
            throw new IllegalArgumentException("c has no function " + function);
        }
        if (function.equals("kernel-mode")) {
            return parsed().headers.kernelMode();
        }
        Value first = arguments.get(0);
        if (function.equals("include-file")) {
            return first instanceof Value.Text text
                    ? parsed().headers.includes(text.text())
                    : first;
        }
        if (!(first instanceof Value.Element element)) {
            return first instanceof Value.Unknown || first instanceof Value.Absent
                    ? first
                    : new Value.Unknown("it is not a part of the source");
        }
        return apply(function, element.node(), arguments.subList(1, arguments.size()));
    }

    private Value apply(String function, Node node, List<Value> given) {
        if (function.equals("written")) {
            return new Value.Text(source.text(node.span()));
        }
        if (function.equals("presence")) {
            return new Value.Text(presence(node.span().start()));
        }
        if (!(node instanceof CNode code)) {
            boolean number = function.equals("const") || function.equals("flags");
            return number
                    ? node.attribute("value")
                    : new Value.Unknown("it is " + CPatterns.article(node.kind()));
        }
        return switch (function) {
            case "const", "flags" -> parsed().constants.evaluate(code);
            case "text" -> parsed().texts.text(code);
            case "arguments" -> arguments(code);
            case "assigned" -> elements(parsed().constants.assigned(code));
            case "type" -> parsed().constants.type(code);
            case "names" -> parsed().constants.names(code);
            case "handled" -> parsed().flow.handled(code);
            case "accesses" -> parsed().flow.accesses(code);
            case "extent" -> parsed().capacities.extent(code);
            case "width" -> parsed().capacities.width(code);
            case "shape" -> parsed().capacities.shape(code);
            case "capacity" -> parsed().capacities.capacity(code);
            case "checked" ->
                    given.get(0) instanceof Value.Element use
                            ? parsed().flow.checked(code, use.node())
                            : given.get(0);
            case "limited" -> limited(code, given.get(0));
            case "parameter-of-macro" -> new Value.Truth(mentionsParameter(code));
            default -> parsed().routines.apply(function, code, given);
        };
    }

    private static Value arguments(CNode code) {
        if (!code.is("call")) {
            return new Value.Absent();
        }
        return elements(code.children().subList(1, code.children().size()));
    }

    private static Value elements(List<? extends Node> nodes) {
        return new Value.Many(nodes.stream().<Value>map(Value.Element::new).toList());
    }

    private Value limited(CNode code, Value most) {
        OptionalLong number =
                most instanceof Value.Int known
                        ? OptionalLong.of(known.value())
                        : OptionalLong.empty();
        return parsed().flow.limited(code, number, this::number);
    }

    private OptionalLong number(Node node) {
        return parsed().constants.evaluate((CNode) node) instanceof Value.Int known
                ? OptionalLong.of(known.value())
                : OptionalLong.empty();
    }

    private boolean mentionsParameter(CNode code) {
        for (Node define : parsed().tree.all("define")) {
            boolean around =
                    define.span().start() <= code.start() && code.end() <= define.span().end();
            if (around) {
                return mentions(code, ((CNode) define).parameters());
            }
        }
        return false;
    }

    private static boolean mentions(CNode code, List<String> names) {
        if (code.is("name") && names.contains(code.label())) {
            return true;
        }
        for (Node child : code.children()) {
            if (mentions((CNode) child, names)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Optional<Flow> flow() {
        return Optional.of(parsed().flow);
    }

    /** Literals that are security descriptors. */
    @Override
    public List<Subject> embedded() {
        if (!SddlReader.mayStandIn(source.text())) {
            return List.of();
        }
        List<Subject> found = new ArrayList<>();
        int end = 0;
        for (Node node : parsed().tree.all("string")) {
            CNode string = (CNode) node;
            if (!string.children().isEmpty() || string.start() < end) {
                continue;
            }
            Literals.Decoded decoded = parsed().texts.literal(string);
            if (SddlReader.looksLike(decoded.text())) {
                found.add(SddlReader.embedded(source, decoded.text(), decoded.offsets()));
                end = string.end();
            }
        }
        return List.copyOf(found);
    }
}
