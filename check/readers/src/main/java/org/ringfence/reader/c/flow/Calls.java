package org.ringfence.reader.c.flow;

import java.util.List;
import java.util.Optional;
import org.ringfence.subject.Node;

/** What calls do with a value that they get, by what is known of the routine or by its body. */
final class Calls {
    private final Carrier carrier;
    private final Values values;

    Calls(Carrier carrier, Values values) {
        this.carrier = carrier;
        this.values = values;
    }

    /** An argument, counted from 0, has the value. */
    void argument(Values.Arrival value, int call, int argument) {
        Node node = value.run().region().node(call);
        String name = Scopes.name(node);
        Routines.Carry carry = Routines.KNOWN.carries(name);
        if (carry.from().contains(argument)) {
            carried(value, carry.how())
                    .ifPresent(come -> carry.into().forEach(into -> carry(come, call, into)));
        }
        Optional<Node> function = carrier.scopes().regions().named(name);
        if (carrier.question().mentions()) {
            spread(value.at(call, value.trail()), argument);
        } else if (function.isPresent() && !Routines.KNOWN.isKnown(name)) {
            enter(value, call, argument, function.get());
        } else if (!Routines.KNOWN.isKnown(name)) {
            String who = name.isEmpty() ? "a call through a pointer" : name;
            String why = "what " + who + " does with its arguments is not known";
            spread(value.at(call, value.trail().doubtful(node, why)), argument);
        }
    }

    /** What of a value a routine passes on. */
    private Optional<Values.Arrival> carried(Values.Arrival value, Routines.How how) {
        if (!carrier.question().pointer() || how == Routines.How.VALUE) {
            return Optional.of(value);
        }
        Fields fields = carrier.scopes().fields();
        if (how == Routines.How.ANOTHER || value.fields() == Fields.WHOLE) {
            return Optional.empty();
        }
        int row = value.fields();
        boolean pointee = fields.isPointee(row);
        return Optional.of(pointee ? value.with(fields.behind(fields.pointee(), row)) : value);
    }

    private void carry(Values.Arrival value, int call, int into) {
        Node node = value.run().region().node(call);
        String name = Scopes.name(node);
        if (into == Routines.RESULT) {
            values.add(value.at(call, value.trail().then(node, () -> "returned by " + name)));
        } else if (into + 1 < node.children().size()) {
            Node target = node.children().get(into + 1);
            pointee(
                    value.at(
                            call,
                            value.trail()
                                    .then(
                                            node,
                                            () ->
                                                    "copied to "
                                                            + Values.text(target)
                                                            + " by "
                                                            + name)),
                    target);
        }
    }

    /** What an argument of the call {@code value.node()} points to gets the value. */
    void pointee(Values.Arrival value, Node argument) {
        boolean through = !Scope.isAddress(argument) || Scope.isThrough(argument);
        values.keep(value, value.run().region().id(argument), through);
    }

    /** The result of a call, and what it can write to, may derive from what it got. */
    void spread(Values.Arrival atCall, int argument) {
        values.add(atCall.with(Fields.WHOLE));
        List<Node> children = atCall.here().children();
        for (int i = 1; i < children.size(); i++) {
            if (i != argument + 1 && Scope.isAddress(children.get(i))) {
                pointee(atCall.with(Fields.WHOLE), children.get(i));
            }
        }
    }

    private void enter(Values.Arrival value, int call, int argument, Node function) {
        Region region = carrier.scopes().regions().region(function);
        List<Integer> parameters = carrier.scopes().scope(region).parameters();
        if (argument >= parameters.size()) {
            return;
        }
        Node node = value.run().region().node(call);
        int variable = parameters.get(argument);
        String parameter = carrier.scopes().scope(region).variable(variable).name();
        Trail trail =
                value.trail()
                        .then(
                                node.children().get(argument + 1),
                                () ->
                                        "passed to "
                                                + function.label()
                                                + " as parameter "
                                                + parameter);
        boolean doubtful = trail.isDoubtful();
        if (doubtful || !carrier.mayEnter(value.run())) {
            String why = doubtful ? trail.doubt() : carrier.tooFar();
            carrier.cut(function, why);
            spread(value.at(call, value.trail().doubtful(node, why)), argument);
            return;
        }
        Run.Entry entry = new Run.Entry(region, variable, value.fields());
        carrier.enter(new Run.Caller(value.run(), call, trail), entry);
    }

    /** A value leaves a function to one of its callers. */
    void comeBack(Run.Caller caller, Run.End end, Trail trail) {
        Run run = caller.run();
        Node node = run.region().node(caller.call());
        String name = Scopes.name(node);
        if (end.parameter() == Run.RESULT) {
            Trail back = trail.then(node, () -> "returned by " + name);
            values.add(new Values.Arrival(run, caller.call(), end.fields(), back));
        } else if (end.parameter() + 1 < node.children().size()) {
            Fields fields = carrier.scopes().fields();
            boolean pointee = fields.isPointee(end.fields());
            int row = pointee ? fields.behind(fields.pointee(), end.fields()) : end.fields();
            Node argument = node.children().get(end.parameter() + 1);
            Trail back =
                    trail.then(node, () -> "stored in " + Values.text(argument) + " by " + name);
            pointee(new Values.Arrival(run, caller.call(), row, back), argument);
        }
    }
}
