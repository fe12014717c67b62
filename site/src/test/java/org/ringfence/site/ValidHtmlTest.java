package org.ringfence.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

class ValidHtmlTest {
    @TempDir private Path folder;

    private static String said(Path page) throws IOException, SAXException {
        var validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        return validator.validate(page);
    }

    @Test
    void everyPageIsValid() throws IOException, SAXException {
        Path site = SampleSite.write(folder.resolve("site"));
        List<String> wrong = new ArrayList<>();
        for (String page : WrittenSite.read(site).pages().keySet()) {
            String said = said(site.resolve(page));
            if (!said.isEmpty()) {
                wrong.add(page + said);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aWrongPageWouldBeFound() throws IOException, SAXException {
        Path page =
                Files.writeString(
                        folder.resolve("a.html"), "<!DOCTYPE html><title>a</title><ul><p>b</ul>");
        assertThat(said(page)).contains("Element “p” not allowed as child of element “ul”");
    }
}
