package org.ringfence.cli;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ringfence.dsl.Diagnostic;
import org.ringfence.dsl.mutation.MutationTester;

/**
 * A run of tests as build servers read it: a suite a rule, one for fixtures, one for the errors of
 * the rules, and one with a case a rule for its mutants.
 */
final class TestJunit {
    private final XMLStreamWriter xml;

    private TestJunit(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes UTF-8; does not close {@code out}. */
    static void write(TestResult result, OutputStream out) {
        Map<String, List<TestResult.Case>> suites = new LinkedHashMap<>();
        for (Diagnostic d : result.compiled().diagnostics()) {
            if (d.severity() == Diagnostic.Severity.ERROR) {
                String place = d.file() + ":" + d.line() + ":" + d.column();
                add(suites, new TestResult.Case("rules", place, place, d.message()));
            }
        }
        result.cases().forEach(test -> add(suites, test));
        result.scores().forEach(score -> add(suites, mutants(score)));
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            new TestJunit(xml).write(suites);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("what is written is in memory", e);
        }
    }

    private static void add(Map<String, List<TestResult.Case>> suites, TestResult.Case test) {
        suites.computeIfAbsent(test.suite(), suite -> new ArrayList<>()).add(test);
    }

    private static TestResult.Case mutants(MutationTester.Score score) {
        String survivors =
                score.survivors().stream()
                        .map(m -> m.origin() + ": " + m.clause() + ": " + m.change())
                        .collect(Collectors.joining("\n"));
        return new TestResult.Case(
                "mutants", score.rule().id(), score.rule().origin().toString(), survivors);
    }

    private void write(Map<String, List<TestResult.Case>> suites) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        for (var suite : suites.entrySet()) {
            line();
            xml.writeStartElement("testsuite");
            attribute("name", suite.getKey());
            attribute("tests", Integer.toString(suite.getValue().size()));
            attribute("failures", Long.toString(failed(suite.getValue())));
            for (TestResult.Case test : suite.getValue()) {
                write(test);
            }
            line();
            xml.writeEndElement();
        }
        line();
        xml.writeEndElement();
        xml.writeEndDocument();
        line();
    }

    private static long failed(List<TestResult.Case> cases) {
        return cases.stream().filter(test -> !test.passed()).count();
    }

    private void write(TestResult.Case test) throws XMLStreamException {
        line();
        xml.writeStartElement("testcase");
        attribute("classname", test.suite());
        attribute(
                "name",
                test.name().equals(test.place())
                        ? test.name()
                        : test.name() + " at " + test.place());
        if (!test.passed()) {
            xml.writeStartElement("failure");
            attribute("message", test.failure().lines().findFirst().orElse(""));
            xml.writeCharacters(legal(test.failure()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    /** What XML cannot hold in any spelling is shown as U+FFFD. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c >= 0x20 && !isForbidden(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isForbidden(int c) {
        return c >= 0xD800 && c <= 0xDFFF || c == 0xFFFE || c == 0xFFFF;
    }
}
