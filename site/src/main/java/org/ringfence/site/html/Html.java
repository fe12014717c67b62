package org.ringfence.site.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Renders pages; one for all pages of a site. */
public final class Html {
    /** Where pages expect the style sheet, below the root of the site. */
    public static final String STYLE = "ringfence.css";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(
                    null,
                    ContentType.Html,
                    Html.class.getClassLoader(),
                    Html.class.getPackageName());

    /** Where pages expect the script, below the root of the site. */
    public static final String SCRIPT = "ringfence.js";

    /** What only a served site has. */
    private static final List<String> SERVICE = List.of("service.css", "service.js");

    /** Returns the names of all style sheets and scripts. */
    public static List<String> assets(boolean served) {
        List<String> assets = new ArrayList<>(List.of(STYLE, SCRIPT));
        assets.addAll(served ? SERVICE : List.of());
        return assets;
    }

    /** Returns the bytes of a style sheet or script. */
    public static byte[] asset(String name) throws IOException {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    public String home(Frame frame, Views.HomeView view) {
        return render("home", Map.of("frame", frame, "view", view));
    }

    public String topic(Frame frame, Views.TopicView view) {
        return render("topic", Map.of("frame", frame, "view", view));
    }

    public String topics(Frame frame, List<Views.Area> areas) {
        return render("topics", Map.of("frame", frame, "areas", areas));
    }

    public String rule(Frame frame, RuleView rule) {
        return render("rule", Map.of("frame", frame, "rule", rule));
    }

    public String rules(Frame frame, List<Views.RuleLine> rules) {
        return render("rules", Map.of("frame", frame, "rules", rules));
    }

    public String coverage(Frame frame, Views.CoverageView view) {
        return render("coverage", Map.of("frame", frame, "view", view));
    }

    public String language(Frame frame, Views.LanguageView view) {
        return render("language", Map.of("frame", frame, "view", view));
    }

    public String index(Frame frame, Views.IndexView view) {
        return render("index", Map.of("frame", frame, "view", view));
    }

    public String checklist(Frame frame, List<Views.Item> items) {
        return render("checklist", Map.of("frame", frame, "items", items));
    }

    public String releases(Frame frame, List<Views.Release> releases) {
        return render("releases", Map.of("frame", frame, "releases", releases));
    }

    /** Returns a page that leads on to another by itself. */
    public String moved(Frame frame, Ref to) {
        return render("moved", Map.of("frame", frame, "to", to));
    }

    public String search(Frame frame, ServiceViews.SearchView view) {
        return render("search", Map.of("frame", frame, "view", view));
    }

    /** Returns that part of the search page that changes with the query. */
    public String results(ServiceViews.SearchView view) {
        return render("results", Map.of("view", view));
    }

    public String tryIt(Frame frame, ServiceViews.TryView view) {
        return render("tryit", Map.of("frame", frame, "view", view));
    }

    /** Returns that part of the page that changes with the text. */
    public String checked(ServiceViews.TryView view) {
        return render("checked", Map.of("view", view));
    }

    public String notFound(Frame frame) {
        return render("notfound", Map.of("frame", frame));
    }

    public String findings(Frame frame, FindingViews.Overview view) {
        return render("findings", Map.of("frame", frame, "view", view));
    }

    public String findingFile(Frame frame, FindingViews.FileView view) {
        return render("findingfile", Map.of("frame", frame, "view", view));
    }

    private String render(String template, Map<String, Object> parameters) {
        StringOutput output = new StringOutput();
        engine.render(template + ".jte", parameters, output);
        return output.toString();
    }
}
