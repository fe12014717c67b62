package org.ringfence.dsl.scoping;

import org.eclipse.xtext.naming.IQualifiedNameConverter;

/** Names such as {@code ringfence::drivers}. */
public final class PackNames extends IQualifiedNameConverter.DefaultImpl {
    @Override
    public String getDelimiter() {
        return "::";
    }
}
