package org.ringfence.cli.serve;

import io.javalin.http.Context;
import java.util.Optional;
import org.ringfence.cli.desk.Wrong;

/** The parameters of an address, read strictly. */
final class Parameters {
    private final Context context;

    Parameters(Context context) {
        this.context = context;
    }

    String text(String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }

    int number(String name, int otherwise, int most) {
        String given = text(name);
        if (given.isEmpty()) {
            return otherwise;
        }
        if (!given.matches("\\d{1,9}") || Integer.parseInt(given) > most) {
            throw new Wrong(
                    Wrong.Kind.INVALID, "`%s` must be a number from 0 to %d".formatted(name, most));
        }
        return Integer.parseInt(given);
    }

    boolean flag(String name) {
        String given = text(name);
        if (!given.isEmpty() && !given.equals("true") && !given.equals("false")) {
            throw new Wrong(Wrong.Kind.INVALID, "`%s` must be true or false".formatted(name));
        }
        return given.equals("true");
    }
}
