package org.ringfence.site;

import org.ringfence.site.highlight.Highlighter;

/** What all pages of one site are made with. */
record Parts(
        Catalog catalog,
        Places places,
        Navigation navigation,
        RuleViews rules,
        Frames frames,
        Highlighter colours) {

    static Parts of(Catalog catalog, Places places, Extras extras) {
        var navigation = new Navigation(catalog.guidance(), places);
        var colours = new Highlighter(extras.language.keywords());
        return new Parts(
                catalog,
                places,
                navigation,
                new RuleViews(catalog, places, extras.examples, colours),
                new Frames(navigation, Outputs.chrome(catalog, extras)),
                colours);
    }
}
