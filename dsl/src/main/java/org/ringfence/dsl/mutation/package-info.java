/**
 * Whether the examples of a rule would notice if the rule were weaker. In goes a compiled rule; out
 * come its mutants, each with one clause dropped, loosened or tightened, and for those that no
 * example notices, the example that would. It works on the rule as data and knows neither Xtext nor
 * the rules language, so all it needs is the runtime. It stands beside the compiler and not in the
 * runtime because only authors of rules want it: a tool that checks carries none of it. Nothing
 * here prints.
 */
package org.ringfence.dsl.mutation;
