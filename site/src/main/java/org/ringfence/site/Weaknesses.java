package org.ringfence.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The names that the Common Weakness Enumeration gives to its entries. */
final class Weaknesses {
    private static final Properties NAMES = names();

    private Weaknesses() {}

    /**
     * Returns the name of an entry, or an empty text where it is not one of those that matter here.
     */
    static String name(int number) {
        return NAMES.getProperty(Integer.toString(number), "");
    }

    private static Properties names() {
        Properties names = new Properties();
        try (InputStream in = Weaknesses.class.getResourceAsStream("cwe.properties")) {
            names.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cwe.properties", e);
        }
        return names;
    }
}
