package org.ringfence.dsl;

import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;

/**
 * Leaves every token as it is written. Xtext would decode the terminals that it knows by name, such
 * as {@code STRING}, and lose the places of their characters.
 */
final class TextAsWritten extends AbstractDeclarativeValueConverterService {}
