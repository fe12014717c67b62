package org.ringfence.site;

import java.io.StringWriter;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.ringfence.site.html.Views;
import org.ringfence.site.html.Web;

/** What a site that stands on the web tells programs: its pages, and what is new. */
final class Feeds {
    /** The pages, in the form of <a href="https://www.sitemaps.org/protocol.html">sitemaps</a>. */
    static final String PAGES = "sitemap.xml";

    /** The releases, in the form of Atom (RFC 4287). */
    static final String RELEASES = "releases/feed.xml";

    /** The most addresses that one sitemap may hold, by its protocol. */
    static final int MOST = 50_000;

    private static final String SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final Pattern DATED = Pattern.compile("(.+?)\\s+-\\s+(\\d{4}-\\d{2}-\\d{2})");

    private final Web web;

    Feeds(Web web) {
        this.web = web;
    }

    /** Returns the file of one part of the pages, counted from 0; the first one is the whole. */
    static String part(int part) {
        return part == 0 ? PAGES : "sitemap-" + part + ".xml";
    }

    /**
     * Returns a list of pages.
     *
     * @param pages at most {@link #MOST}
     */
    String pages(List<String> pages) {
        return list("urlset", "url", pages, web::address);
    }

    /**
     * Returns the list of the lists, for a site with more pages than one may hold.
     *
     * @param parts how many there are, from 1 on
     */
    String parts(int parts) {
        List<String> files =
                java.util.stream.IntStream.rangeClosed(1, parts).mapToObj(Feeds::part).toList();
        return list("sitemapindex", "sitemap", files, file -> web.base() + file);
    }

    private static String list(
            String all, String one, List<String> paths, Function<String, String> address) {
        return written(
                xml -> {
                    xml.writeStartElement(all);
                    xml.writeDefaultNamespace(SITEMAPS);
                    for (String path : paths) {
                        xml.writeStartElement(one);
                        text(xml, "loc", address.apply(path));
                        xml.writeEndElement();
                    }
                    xml.writeEndElement();
                });
    }

    /** Says whether there is a release with a date, which a feed cannot do without. */
    static boolean dated(List<Views.Release> releases) {
        return releases.stream().anyMatch(release -> dated(release).matches());
    }

    private static Matcher dated(Views.Release release) {
        return DATED.matcher(release.heading().text());
    }

    /** Returns the releases that have a date, in their order: the newest is first. */
    String releases(List<Views.Release> releases) {
        List<Views.Release> dated =
                releases.stream().filter(release -> dated(release).matches()).toList();
        String page = web.address(Places.RELEASES);
        return written(
                xml -> {
                    xml.writeStartElement("feed");
                    xml.writeDefaultNamespace(ATOM);
                    text(xml, "title", "Ringfence: release notes");
                    text(xml, "id", page);
                    link(xml, "alternate", page);
                    link(xml, "self", web.base() + RELEASES);
                    text(xml, "updated", date(dated.get(0)));
                    xml.writeStartElement("author");
                    text(xml, "name", "Ringfence");
                    xml.writeEndElement();
                    for (Views.Release release : dated) {
                        entry(xml, release, page + release.heading().href());
                    }
                    xml.writeEndElement();
                });
    }

    private static void entry(XMLStreamWriter xml, Views.Release release, String address)
            throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "title", release.heading().text());
        text(xml, "id", address);
        link(xml, "alternate", address);
        text(xml, "updated", date(release));
        var content = new StringBuilder();
        for (Views.Changes changes : release.changes()) {
            content.append(changes.kind()).append('\n');
            changes.lines().forEach(line -> content.append("- ").append(line.text()).append('\n'));
        }
        text(xml, "content", content.toString());
        xml.writeEndElement();
    }

    private static String date(Views.Release release) {
        Matcher dated = dated(release);
        return dated.matches() ? dated.group(2) + "T00:00:00Z" : "";
    }

    private static void link(XMLStreamWriter xml, String relation, String address)
            throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("href", address);
    }

    private static void text(XMLStreamWriter xml, String name, String text)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static String written(Content content) {
        var text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("utf-8", "1.0");
            content.write(xml);
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a text can always be written to", e);
        }
        return text.append('\n').toString();
    }
}
