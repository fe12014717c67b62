package org.ringfence.site;

import java.util.List;
import org.ringfence.kb.Topic;
import org.ringfence.site.html.Frame;
import org.ringfence.site.html.Heading;
import org.ringfence.site.html.Ref;

/** What stands around the content of each page. */
final class Frames {
    private final Navigation navigation;
    private final Frame.Chrome chrome;

    Frames(Navigation navigation, Frame.Chrome chrome) {
        this.navigation = navigation;
        this.chrome = chrome;
    }

    Frame.Chrome chrome() {
        return chrome;
    }

    /**
     * @param text where the page is as Markdown, below the root of the site, or empty
     */
    Frame topic(Topic topic, String page, String text, List<Heading> outline) {
        boolean home = page.equals(Places.HOME);
        var around =
                new Frame.Around(
                        page,
                        topic.path(),
                        navigation.around(topic.id()),
                        home ? List.of() : navigation.crumbs(page, topic.id()),
                        home ? Ref.NONE : navigation.turn(topic, -1, page),
                        home ? Ref.NONE : navigation.turn(topic, 1, page));
        return new Frame(
                topic.title(),
                topic.summary(),
                Places.root(page),
                home ? "" : "topics",
                text.isEmpty() ? "" : Places.href(page, text),
                around,
                outline,
                chrome);
    }

    /**
     * What a page that is no topic's says of itself.
     *
     * @param area which of the main pages it belongs to, or empty
     * @param about one sentence, or empty
     */
    record Title(String area, String heading, String about) {}

    /** Returns the frame of one of the main pages. */
    Frame main(String page, Title title, List<Heading> outline) {
        var home = new Ref("Ringfence", Places.href(page, Places.HOME));
        boolean alone = page.equals(Places.HOME) || page.equals(Places.NOT_FOUND);
        return frame(page, title, "", outline, alone ? List.of() : List.of(home));
    }

    /** Returns the frame of a page below the list of all rules. */
    Frame rule(String page, Title title, List<Heading> outline) {
        var home = new Ref("Ringfence", Places.href(page, Places.HOME));
        var rules = new Ref("Rules", Places.href(page, Places.RULES));
        return frame(page, title, Places.text(page), outline, List.of(home, rules));
    }

    /** A page for what is not there is shown at any address. */
    private String root(String page) {
        boolean anywhere = page.equals(Places.NOT_FOUND) && chrome.web().known();
        return anywhere ? chrome.web().path() : Places.root(page);
    }

    /** Returns the frame of a page below the list of what was found. */
    Frame finding(String page, Title title) {
        var home = new Ref("Ringfence", Places.href(page, Places.HOME));
        var findings = new Ref("Findings", Places.href(page, Places.FINDINGS));
        return frame(page, title, "", List.of(), List.of(home, findings));
    }

    private Frame frame(
            String page, Title title, String text, List<Heading> outline, List<Ref> crumbs) {
        var around = new Frame.Around(page, "", navigation.around(""), crumbs, Ref.NONE, Ref.NONE);
        return new Frame(
                title.heading(),
                title.about(),
                root(page),
                title.area(),
                text.isEmpty() ? "" : Places.href(page, text),
                around,
                outline,
                chrome);
    }
}
