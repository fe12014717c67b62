package org.ringfence.reader;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/**
 * Bytes become text. UTF-8 and UTF-16 are told by their byte order mark; without one, text that is
 * valid UTF-8 is UTF-8, text with a zero in nearly every second byte is UTF-16, and anything else
 * is windows-1252, so that every byte has a meaning. A file that is no text is refused with a
 * reason.
 */
public final class Decoder {
    /** 32 MB. */
    public static final int DEFAULT_LIMIT = 32 * 1024 * 1024;

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int SAMPLE = 4096;

    private final int limit;

    public Decoder() {
        this(DEFAULT_LIMIT);
    }

    /**
     * @param limit bytes above which a file is refused
     */
    public Decoder(int limit) {
        this.limit = limit;
    }

    /** What the bytes say. */
    public sealed interface Decoded {}

    /** The content without a byte order mark. */
    public record Text(String text) implements Decoded {
        public Text {
            Objects.requireNonNull(text, "text");
        }
    }

    /** {@code reason} completes "skipped: ...". */
    public record Refused(String reason) implements Decoded {
        public Refused {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** In bytes. */
    public int limit() {
        return limit;
    }

    /** Why a file of this many bytes is not read. */
    public Refused tooLarge(long bytes) {
        return new Refused(
                String.format(
                        Locale.ROOT,
                        "too large: it has %,d bytes, at most %,d are read",
                        bytes,
                        limit));
    }

    public Decoded decode(byte[] bytes) {
        if (bytes.length > limit) {
            return tooLarge(bytes.length);
        }
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new Text(lenient(bytes, 3, StandardCharsets.UTF_8));
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new Text(lenient(bytes, 2, StandardCharsets.UTF_16LE));
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new Text(lenient(bytes, 2, StandardCharsets.UTF_16BE));
        }
        return withoutMark(bytes);
    }

    private static Decoded withoutMark(byte[] bytes) {
        int even = 0;
        int odd = 0;
        int sample = Math.min(bytes.length, SAMPLE);
        for (int i = 0; i < sample; i++) {
            if (bytes[i] == 0) {
                if (i % 2 == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (sample >= 4 && odd > sample * 2 / 5 && even <= sample / 50) {
            return new Text(lenient(bytes, 0, StandardCharsets.UTF_16LE));
        }
        if (sample >= 4 && even > sample * 2 / 5 && odd <= sample / 50) {
            return new Text(lenient(bytes, 0, StandardCharsets.UTF_16BE));
        }
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return new Refused("not text: byte " + i + " is zero");
            }
        }
        try {
            return new Text(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            return new Text(lenient(bytes, 0, WINDOWS_1252));
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** What is malformed becomes U+FFFD. */
    private static String lenient(byte[] bytes, int from, Charset charset) {
        CharBuffer text = charset.decode(ByteBuffer.wrap(bytes, from, bytes.length - from));
        return text.toString();
    }
}
