package org.ringfence.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.ringfence.rule.Severity;
import org.ringfence.site.Found;

/** Reads how many findings a report had that {@code check --format json} wrote. */
final class EarlierReport {
    private static final JsonFactory JSON = new JsonFactory();

    private EarlierReport() {}

    /**
     * @param given as the user wrote it, for messages
     * @throws UsageError if the file is no such report
     */
    static Found.Earlier read(Terminal terminal, Path given) throws IOException {
        try (JsonParser in = JSON.createParser(Files.newInputStream(terminal.path(given)))) {
            return new Found.Earlier(given.getFileName().toString(), counts(in));
        } catch (JsonProcessingException e) {
            throw new UsageError(
                    given
                            + " is no report that `check --format json` wrote: "
                            + e.getOriginalMessage());
        }
    }

    private static Map<Severity, Integer> counts(JsonParser in) throws IOException {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        if (in.nextToken() != JsonToken.START_OBJECT) {
            throw new JsonParseException(in, "it is no object");
        }
        boolean found = false;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            boolean findings = in.currentName().equals("findings");
            if (in.nextToken() == JsonToken.START_ARRAY && findings) {
                found = true;
                while (in.nextToken() == JsonToken.START_OBJECT) {
                    counts.merge(severity(in), 1, Integer::sum);
                }
            } else {
                in.skipChildren();
            }
        }
        if (!found) {
            throw new JsonParseException(in, "it has no list of findings");
        }
        return counts;
    }

    private static Severity severity(JsonParser in) throws IOException {
        Severity severity = null;
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            boolean named = in.currentName().equals("severity");
            in.nextToken();
            if (named) {
                severity = of(in);
            }
            in.skipChildren();
        }
        if (severity == null) {
            throw new JsonParseException(in, "a finding has no severity");
        }
        return severity;
    }

    private static Severity of(JsonParser in) throws IOException {
        String word = in.getText();
        for (Severity each : Severity.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        throw new JsonParseException(in, "`" + word + "` is no severity");
    }
}
