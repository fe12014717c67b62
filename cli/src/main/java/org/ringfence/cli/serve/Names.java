package org.ringfence.cli.serve;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * By which names clients may call this server. A page elsewhere can make a browser call any address
 * by a name of its own; such a call carries that name, and is refused.
 */
final class Names {
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names = new HashSet<>(LOOPBACK);

    Names(ServiceSettings settings) {
        names.add(bracketed(settings.host().toLowerCase(Locale.ROOT)));
        settings.names().forEach(name -> names.add(bracketed(name.toLowerCase(Locale.ROOT))));
    }

    private static String bracketed(String host) {
        return host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    /**
     * Says whether a Host header names this server.
     *
     * @param host with or without a port
     */
    boolean has(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        int port = name.lastIndexOf(':');
        boolean ported = port > name.lastIndexOf(']');
        if (ported && !name.substring(port + 1).matches("\\d{1,5}")) {
            return false;
        }
        return names.contains(ported ? name.substring(0, port) : name);
    }
}
