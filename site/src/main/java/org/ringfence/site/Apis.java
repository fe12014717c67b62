package org.ringfence.site;

/** What is known of functions of the platform. */
@FunctionalInterface
public interface Apis {
    /** Knows nothing: names are told by how they are spelled. */
    Apis NONE = name -> "";

    /** Returns the signature of a function in one line, or an empty text where it is not known. */
    String signature(String name);
}
