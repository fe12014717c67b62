package org.ringfence.site;

import org.ringfence.site.html.Frame;

/** What all pages of one site are made with. */
record Parts(
        Catalog catalog, Places places, Navigation navigation, RuleViews rules, Frames frames) {

    static Parts of(Catalog catalog, Places places, Examples examples, Frame.Chrome chrome) {
        var navigation = new Navigation(catalog.guidance(), places);
        return new Parts(
                catalog,
                places,
                navigation,
                new RuleViews(catalog, places, examples),
                new Frames(navigation, chrome));
    }
}
