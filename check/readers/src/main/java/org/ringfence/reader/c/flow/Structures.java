package org.ringfence.reader.c.flow;

import java.util.BitSet;
import java.util.Set;
import org.ringfence.subject.Node;

/** Leads values in fields of structures to other functions that have such a structure. */
final class Structures {
    private final Carrier carrier;

    Structures(Carrier carrier) {
        this.carrier = carrier;
    }

    void share(Run run, String structure, Run.Fact fact, Trail trail) {
        Scopes scopes = carrier.scopes();
        String field = scopes.fields().text(fact.place().fields());
        Trail kept = trail.then(trail.node(), "kept in field " + field + " of " + structure);
        Set<Region> having = scopes.having(structure);
        for (Region region : having) {
            if (region != run.region()) {
                arrive(carrier.plain(region, run.level()), structure, fact, kept);
            }
        }
    }

    private void arrive(Run other, String structure, Run.Fact fact, Trail trail) {
        Scope scope = other.scope();
        for (int variable = 0; variable < scope.variables(); variable++) {
            Scope.Variable candidate = scope.variable(variable);
            boolean same = candidate.local() && Scope.structure(candidate.type()).equals(structure);
            if (!same || scope.isAlias(variable)) {
                continue;
            }
            Scope.Place place = new Scope.Place(variable, fact.place().fields());
            Run.Fact there = new Run.Fact(place, true, fact.maybe());
            if (scope.parameters().contains(variable)) {
                carrier.follow(other, there, Carrier.entry(other), trail);
            }
            carrier.follow(other, there, origins(other, variable), trail);
        }
    }

    /**
     * Behind where a variable gets a structure from elsewhere: from a call, or a field of
     * something.
     */
    private static BitSet origins(Run other, int variable) {
        BitSet found = new BitSet();
        Region region = other.region();
        for (int assign : other.scope().assignments(variable)) {
            Node value = Scope.stripped(region.node(assign).children().get(1));
            if (value.kind().equals("call") || value.kind().equals("member")) {
                found.or(other.graph().steps(other.graph().points(assign)));
            }
        }
        return found;
    }
}
