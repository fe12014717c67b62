package org.ringfence.dsl.scoping;

/** What names mean: all of it is said by {@link PackScopes}. */
public final class RulesScopeProvider extends AbstractRulesScopeProvider {}
