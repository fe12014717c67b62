/* generated from the grammar of the rules language */
package org.ringfence.dsl;

/**
 * Use this class to register components to be used at runtime / without the Equinox extension
 * registry.
 */
public class RulesRuntimeModule extends AbstractRulesRuntimeModule {}
