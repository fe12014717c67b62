package org.ringfence.kb.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ringfence.kb.Guidance;
import org.ringfence.kb.Section;
import org.ringfence.kb.Topic;

/** Small guidance to search in. */
final class Samples {

    private Samples() {}

    /** Makes a topic; {@code parts} alternate between the heading and the text of a section. */
    static Topic topic(String id, String title, String text, String... parts) {
        var sections = new ArrayList<Section>();
        sections.add(new Section("", title, 1, 1, text, List.of()));
        for (var i = 0; i + 1 < parts.length; i += 2) {
            var anchor = parts[i].toLowerCase(Locale.ROOT).replace(' ', '-');
            sections.add(new Section(anchor, parts[i], 2, i + 5, parts[i + 1], List.of()));
        }
        return new Topic(id, title, "", id + ".md", sections, List.of(), Map.of(), links -> "");
    }

    static Guidance of(Topic... topics) {
        return Guidance.of(List.of(topics), List.of(), List.of());
    }

    static Guidance guidance() {
        return of(
                topic(
                        "device/secure-objects",
                        "Secure device objects",
                        "Name a device object only with a security descriptor.",
                        "Prefer",
                        "Call IoCreateDeviceSecure with an SDDL string and a class GUID.",
                        "Avoid",
                        "IoCreateDevice lets everyone open the device."),
                topic(
                        "ioctl/access-bits",
                        "IOCTL access bits",
                        "Ask for FILE_WRITE_ACCESS unless every caller may send the request.",
                        "Why",
                        "FILE_ANY_ACCESS skips the check."),
                topic(
                        "ioctl/method-neither",
                        "METHOD_NEITHER buffers",
                        "The I/O manager checks nothing.",
                        "Probe",
                        "Use ProbeForRead within __try."),
                topic(
                        "memory/pool",
                        "Zero pool memory",
                        "Uninitialised memory leaks to the caller of a device."));
    }
}
