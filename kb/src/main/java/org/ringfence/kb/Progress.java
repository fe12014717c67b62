package org.ringfence.kb;

/** Is told how far a long piece of work has come. */
@FunctionalInterface
public interface Progress {

    /** Ignores everything. */
    Progress SILENT = (done, total) -> {};

    /** Called after each step, on the thread that does the work. */
    void step(int done, int total);
}
