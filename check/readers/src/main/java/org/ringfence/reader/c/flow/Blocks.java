package org.ringfence.reader.c.flow;

import java.util.Arrays;

/**
 * The points of a graph put in rows without forks, so that what does not touch a variable is passed
 * in one step. A place is the number of a point in this order; the places of a row follow each
 * other.
 */
final class Blocks {
    private final Graph graph;
    private final int[] places;
    private final int[] points;
    private final int[] rows;
    private final Ints starts = new Ints();
    private final int[] offsets;
    private final int[] touches;
    private int next;

    /**
     * @param touched by point, the variable that is read or overwritten there
     */
    Blocks(Graph graph, int[] touched, int variables) {
        this.graph = graph;
        this.places = new int[graph.size()];
        this.points = new int[graph.size()];
        this.rows = new int[graph.size()];
        Arrays.fill(places, Graph.NONE);
        for (int point = 0; point < graph.size(); point++) {
            if (isStart(point)) {
                lay(point);
            }
        }
        for (int point = 0; point < graph.size(); point++) {
            if (places[point] == Graph.NONE) {
                lay(point);
            }
        }
        starts.add(graph.size());
        this.offsets = new int[variables + 1];
        this.touches = new int[graph.size()];
        sort(touched);
    }

    private boolean isStart(int point) {
        return graph.predecessors(point) != 1 || graph.successors(graph.predecessor(point, 0)) != 1;
    }

    private void lay(int first) {
        int row = starts.size();
        starts.add(next);
        int point = first;
        while (true) {
            places[point] = next;
            points[next] = point;
            rows[next] = row;
            next++;
            if (graph.successors(point) != 1) {
                return;
            }
            point = graph.successor(point, 0);
            if (places[point] != Graph.NONE || isStart(point)) {
                return;
            }
        }
    }

    private void sort(int[] touched) {
        for (int variable : touched) {
            if (variable != Scope.NONE) {
                offsets[variable + 1]++;
            }
        }
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] += offsets[i - 1];
        }
        int[] free = offsets.clone();
        for (int place = 0; place < points.length; place++) {
            int variable = touched[points[place]];
            if (variable != Scope.NONE) {
                touches[free[variable]++] = place;
            }
        }
    }

    int place(int point) {
        return places[point];
    }

    int point(int place) {
        return points[place];
    }

    int row(int place) {
        return rows[place];
    }

    int start(int row) {
        return starts.get(row);
    }

    /** One past the last place of a row. */
    int end(int row) {
        return starts.get(row + 1);
    }

    /** Where the places that touch a variable begin, from {@code place} on; for {@link #touch}. */
    int firstTouch(int variable, int place) {
        if (!isTouched(variable)) {
            return 0;
        }
        int found = Arrays.binarySearch(touches, offsets[variable], offsets[variable + 1], place);
        return found >= 0 ? found : -found - 1;
    }

    private boolean isTouched(int variable) {
        return variable + 1 < offsets.length;
    }

    /** The place, or one past all places where there is no further one. */
    int touch(int variable, int index) {
        return isTouched(variable) && index < offsets[variable + 1]
                ? touches[index]
                : points.length;
    }
}
