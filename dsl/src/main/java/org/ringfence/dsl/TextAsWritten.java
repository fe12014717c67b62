package org.ringfence.dsl;

import com.google.inject.Singleton;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;

/**
 * Leaves every token as it is written. Xtext would decode the terminals that it knows by name, such
 * as {@code STRING}, and lose the places of their characters.
 */
@Singleton // it walks the grammar when it is first asked, which would be once for each file
final class TextAsWritten extends AbstractDeclarativeValueConverterService {}
