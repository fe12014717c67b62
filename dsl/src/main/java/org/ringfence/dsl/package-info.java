/**
 * The rules language. In go the texts of {@code .rules} files, the readers whose subjects they
 * speak of, and the guidance whose topics they name; out come one rule pack and diagnostics with
 * exact places. {@link org.ringfence.dsl.RuleCompiler} is the way in, beside {@link
 * org.ringfence.dsl.RuleFormatter} for layout and {@link org.ringfence.dsl.ide.RulesServer} for
 * editors: no type of Xtext or EMF is needed outside.
 *
 * <p>The grammar is {@code Rules.xtext}; its parser is generated below {@code target} and is never
 * committed. Nothing here runs a rule, but for {@link org.ringfence.dsl.mutation}, which tests the
 * tests of rules.
 */
package org.ringfence.dsl;
