/* generated from the grammar of the rules language */
package org.ringfence.dsl.scoping;

/**
 * This class contains custom scoping description.
 *
 * <p>See https://www.eclipse.org/Xtext/documentation/303_runtime_concepts.html#scoping on how and
 * when to use it.
 */
public class RulesScopeProvider extends AbstractRulesScopeProvider {}
