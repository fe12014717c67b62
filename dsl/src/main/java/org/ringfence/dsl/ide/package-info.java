/**
 * The language server: what an editor shows while rules are written. In come the texts that an
 * editor holds, the files of its folders, readers, guidance and something that runs examples; out
 * go the messages of the Language Server Protocol. {@link org.ringfence.dsl.ide.RulesServer} is the
 * only way in.
 *
 * <p>One thread owns everything that is parsed; the thread that reads messages only keeps texts. A
 * diagnostic is what the compiler says, never a second opinion. Nothing here writes a file.
 */
package org.ringfence.dsl.ide;
