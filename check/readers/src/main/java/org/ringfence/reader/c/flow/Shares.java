package org.ringfence.reader.c.flow;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.ringfence.subject.Node;

/**
 * Leads values from one function to others without a call: in variables that belong to no function,
 * and in fields of structures that functions share. For both, no order is known.
 */
final class Shares {
    private final Carrier carrier;
    private final Fields fields;
    private final Set<Shared> known = new HashSet<>();

    /** A value that a region put into a variable of the file, or into a field of a structure. */
    private record Shared(Region region, String name, int fields) {}

    Shares(Carrier carrier) {
        this.carrier = carrier;
        this.fields = carrier.scopes().fields();
    }

    /** A place of a run holds a value. */
    void share(Run run, Run.Fact fact, Trail trail) {
        if (fact.maybe()) {
            return;
        }
        Scope.Variable variable = run.scope().variable(fact.place().variable());
        int row = fields.head(fact.place().fields());
        if (!variable.local()) {
            if (known.add(new Shared(run.region(), variable.name(), row))) {
                inVariable(run, variable.name(), row, trail);
            }
            return;
        }
        String structure = variable.structure();
        boolean goes =
                fact.through()
                        && row != Fields.WHOLE
                        && !structure.isEmpty()
                        && !Routines.KNOWN.isShared(structure);
        if (goes && known.add(new Shared(run.region(), structure + "*", row))) {
            inStructure(run, structure, row, trail);
        }
    }

    private void inVariable(Run run, String name, int row, Trail trail) {
        Trail kept = trail.then(trail.node(), () -> "kept in " + name);
        for (Region region : carrier.scopes().using(name)) {
            if (region == run.region()) {
                continue;
            }
            Run other = carrier.plain(region, run.level());
            Optional<Integer> id = other.scope().named(name);
            if (id.isPresent()) {
                hold(other, new Scope.Place(id.get(), row), Carrier.entry(other), kept);
            }
        }
    }

    private void hold(Run run, Scope.Place place, int[] from, Trail trail) {
        carrier.follow(run, new Run.Fact(place, true, false), from, trail);
    }

    private void inStructure(Run run, String structure, int row, Trail trail) {
        String field = fields.text(row);
        Trail kept = trail.then(trail.node(), () -> "kept in field " + field + " of " + structure);
        for (Region region : carrier.scopes().having(structure)) {
            if (region != run.region()) {
                arrive(carrier.plain(region, run.level()), structure, row, kept);
            }
        }
    }

    private void arrive(Run other, String structure, int row, Trail trail) {
        Scope scope = other.scope();
        for (int variable = 0; variable < scope.variables(); variable++) {
            Scope.Variable candidate = scope.variable(variable);
            boolean same = candidate.local() && candidate.structure().equals(structure);
            if (!same || scope.isAlias(variable)) {
                continue;
            }
            Scope.Place place = new Scope.Place(variable, row);
            if (scope.parameters().contains(variable)) {
                hold(other, place, Carrier.entry(other), trail);
            }
            hold(other, place, origins(other, variable), trail);
        }
    }

    /**
     * Behind where a variable gets a structure from elsewhere: from a call, or a field of
     * something.
     */
    private static int[] origins(Run other, int variable) {
        Ints found = new Ints();
        Region region = other.region();
        for (int assign : other.scope().assignments(variable)) {
            Node value = Scope.stripped(region.node(assign).children().get(1));
            if (value.kind().equals("call") || value.kind().equals("member")) {
                for (int point : other.graph().behind(assign)) {
                    found.add(point);
                }
            }
        }
        return found.toArray();
    }
}
