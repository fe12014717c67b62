package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.xtext.GrammarUtil;
import org.eclipse.xtext.nodemodel.ILeafNode;
import org.ringfence.dsl.ide.Names.Named;
import org.ringfence.dsl.ide.Names.Spot;
import org.ringfence.dsl.ide.Workbench.View;
import org.ringfence.dsl.rules.PatternReference;

/** Renames captures and definitions; refuses what would change the meaning of a rule. */
final class Renaming {
    private final View view;

    Renaming(View view) {
        this.view = view;
    }

    /** The name at a place, if it can be renamed. */
    Optional<PrepareRenameResult> prepare(int offset) {
        return new Names(view.project())
                .at(view.document(), offset)
                .map(
                        named -> {
                            Spot spot = named.at(view.document(), offset);
                            return new PrepareRenameResult(
                                    spot.location().getRange(), named.name());
                        });
    }

    /**
     * @throws ResponseErrorException saying why not, to the person who asked
     */
    WorkspaceEdit rename(int offset, String wanted) {
        Named named =
                new Names(view.project())
                        .at(view.document(), offset)
                        .orElseThrow(() -> refused("here is no name that the file defines"));
        String name = named.capture() && wanted.startsWith("$") ? wanted.substring(1) : wanted;
        if (named.capture()) {
            checkCapture(named, name);
        } else {
            checkDefinition(named, name);
        }
        Map<String, List<TextEdit>> changes = new LinkedHashMap<>();
        for (Spot spot : named.places()) {
            changes.computeIfAbsent(spot.document().uri(), uri -> new ArrayList<>())
                    .add(new TextEdit(spot.location().getRange(), name));
        }
        return new WorkspaceEdit(changes);
    }

    private void checkCapture(Named named, String name) {
        if (!name.matches("[A-Za-z_]\\w*") || name.equals("_")) {
            throw refused("a capture is called by letters, digits and `_`, not `" + name + "`");
        }
        Region region = named.region().get(0);
        if (!Captures.of(view.project(), region).of(name).isEmpty()) {
            throw refused("`$" + name + "` is already used in `" + region.name() + "`");
        }
        shared(region, named.name())
                .ifPresent(
                        pattern -> {
                            throw refused(
                                    "`$"
                                            + named.name()
                                            + "` is bound by the pattern `"
                                            + pattern
                                            + "` in every rule that uses it: make it a parameter"
                                            + " of the pattern first");
                        });
    }

    /** The pattern that gives a capture to more than one definition. */
    private Optional<String> shared(Region region, String name) {
        if (!region.isRule()) {
            return isFree(region, name) ? Optional.of(region.name()) : Optional.empty();
        }
        Set<String> free = new HashSet<>();
        for (ILeafNode token : region.tokens()) {
            if (token.getSemanticElement() instanceof PatternReference reference
                    && reference.getPattern() != null
                    && !reference.getPattern().eIsProxy()) {
                for (Document document : view.project().documents()) {
                    document.regions().stream()
                            .filter(r -> r.name().equals(reference.getPattern().getName()))
                            .filter(r -> !r.isRule() && isFree(r, name))
                            .forEach(r -> free.add(r.name()));
                }
            }
        }
        return free.stream().sorted().findFirst();
    }

    /** Whether a pattern binds a capture that is none of its parameters. */
    private boolean isFree(Region pattern, String name) {
        int body = 0;
        while (body < pattern.tokens().size() && !pattern.word(body).equals("=")) {
            body++;
        }
        boolean parameter =
                pattern.tokens().subList(0, body).stream()
                        .anyMatch(token -> token.getText().equals("$" + name));
        return !parameter
                && Captures.of(view.project(), pattern).of(name).stream()
                        .anyMatch(Captures.Use::binds);
    }

    private void checkDefinition(Named named, String name) {
        boolean keyword =
                GrammarUtil.getAllKeywords(view.project().language().grammar()).contains(name);
        if (!name.matches("[A-Za-z_][\\w-]*") || keyword) {
            throw refused(
                    "`"
                            + name
                            + "` is "
                            + (keyword ? "a word of the rules language" : "no name")
                            + ": names are letters, digits, `_` and `-`");
        }
        for (Document document : view.project().documents()) {
            for (Region region : document.regions()) {
                if (region.name().equals(name)) {
                    throw refused("there is already a " + region.kind() + " `" + name + "`");
                }
            }
        }
    }

    private static ResponseErrorException refused(String why) {
        return new ResponseErrorException(
                new ResponseError(ResponseErrorCode.RequestFailed, why, ""));
    }
}
