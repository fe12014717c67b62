package org.ringfence.site;

import java.util.ArrayList;
import java.util.List;
import org.ringfence.rule.Expr;
import org.ringfence.rule.LogicText;
import org.ringfence.rule.Template;
import org.ringfence.site.html.Inline;

/** Texts of rules as a reader sees them, with the holes of templates spelled as the author did. */
final class Wordings {
    private Wordings() {}

    static Inline of(Template template) {
        List<Inline.Run> runs = new ArrayList<>();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Plain plain) {
                runs.addAll(Inline.of(plain.text()).runs());
            } else if (part instanceof Template.Hole hole) {
                runs.add(new Inline.Run(Inline.Look.HOLE, of(hole.expr())));
            }
        }
        return new Inline(runs);
    }

    /** Like {@link #of(Template)}, but backticks mean nothing: the text is code. */
    static Inline code(Template template) {
        List<Inline.Run> runs = new ArrayList<>();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Plain plain) {
                runs.add(new Inline.Run(Inline.Look.TEXT, plain.text()));
            } else if (part instanceof Template.Hole hole) {
                runs.add(new Inline.Run(Inline.Look.HOLE, of(hole.expr())));
            }
        }
        return new Inline(runs);
    }

    /** Spells a capture: {@code $X} or {@code @macro}. */
    static String capture(String name) {
        return name.isEmpty() || name.startsWith("@") ? name : "$" + name;
    }

    private static String of(Expr expr) {
        return LogicText.asWritten().of(expr);
    }
}
