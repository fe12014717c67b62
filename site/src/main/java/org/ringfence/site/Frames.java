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

    Frame topic(Topic topic, String page, List<Heading> outline) {
        boolean home = page.equals(Places.HOME);
        var around =
                new Frame.Around(
                        navigation.around(page, topic.id()),
                        home ? List.of() : navigation.crumbs(page, topic.id()),
                        home ? Ref.NONE : navigation.turn(topic, -1, page),
                        home ? Ref.NONE : navigation.turn(topic, 1, page));
        return new Frame(
                topic.title(),
                topic.summary(),
                Places.root(page),
                home ? "" : "topics",
                around,
                outline,
                chrome);
    }

    /** Returns the frame of a page that is no topic's and shows the navigation of topics. */
    Frame page(String page, String area, String heading, String about, List<Heading> outline) {
        return frame(page, area, heading, about, outline, List.of());
    }

    /** Returns the frame of a page below the list of all rules. */
    Frame rule(String page, String heading, String about, List<Heading> outline) {
        var rules = new Ref("Rules", Places.href(page, Places.RULES));
        return frame(page, "rules", heading, about, outline, List.of(rules));
    }

    private Frame frame(
            String page,
            String area,
            String heading,
            String about,
            List<Heading> outline,
            List<Ref> above) {
        List<Ref> crumbs =
                page.equals(Places.HOME) || page.equals(Places.NOT_FOUND)
                        ? List.of()
                        : new java.util.ArrayList<>(
                                List.of(new Ref("Ringfence", Places.href(page, Places.HOME))));
        if (!crumbs.isEmpty()) {
            crumbs.addAll(above);
        }
        var around = new Frame.Around(navigation.around(page, ""), crumbs, Ref.NONE, Ref.NONE);
        return new Frame(heading, about, Places.root(page), area, around, outline, chrome);
    }
}
