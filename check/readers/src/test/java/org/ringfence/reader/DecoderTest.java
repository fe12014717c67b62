package org.ringfence.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DecoderTest {
    private static Decoder.Decoded decode(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return new Decoder().decode(all);
    }

    private static Decoder.Decoded text(String text) {
        return new Decoder.Text(text);
    }

    @Test
    void aByteOrderMarkTellsTheEncoding() {
        assertThat(decode(0xEF, 0xBB, 0xBF, 'a', 0xC3, 0xA4)).isEqualTo(text("a\u00e4"));
        assertThat(decode(0xFF, 0xFE, 'a', 0, 0xE4, 0)).isEqualTo(text("a\u00e4"));
        assertThat(decode(0xFE, 0xFF, 0, 'a', 0, 0xE4)).isEqualTo(text("a\u00e4"));
    }

    @Test
    void withoutAMarkTheBytesTell() {
        assertThat(decode('a', 0xC3, 0xA4)).isEqualTo(text("a\u00e4"));
        assertThat(decode('a', 0xE4, 0x93)).isEqualTo(text("a\u00e4\u201c"));
        assertThat(new Decoder().decode("[Version]".getBytes(StandardCharsets.UTF_16LE)))
                .isEqualTo(text("[Version]"));
        assertThat(new Decoder().decode("[Version]".getBytes(StandardCharsets.UTF_16BE)))
                .isEqualTo(text("[Version]"));
        assertThat(new Decoder().decode("\u00a9 text".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(text("\u00a9 text"));
    }

    @Test
    void anEmptyFileIsAnEmptyText() {
        assertThat(decode()).isEqualTo(text(""));
        assertThat(decode(0xFF, 0xFE)).isEqualTo(text(""));
    }

    @Test
    void aBinaryFileIsRefused() {
        assertThat(decode('M', 'Z', 0x90, 0, 3, 4, 5, 6))
                .isEqualTo(new Decoder.Refused("not text: byte 3 is zero"));
    }

    @Test
    void aLargeFileIsRefusedWithBothNumbers() {
        assertThat(new Decoder(1000).decode(new byte[1001]))
                .isEqualTo(
                        new Decoder.Refused(
                                "too large: it has 1,001 bytes, at most 1,000 are read"));
    }
}
