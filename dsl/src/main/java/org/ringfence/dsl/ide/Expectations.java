package org.ringfence.dsl.ide;

import java.util.LinkedHashSet;
import java.util.Set;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.ide.editor.contentassist.antlr.FollowElementComputer;
import org.eclipse.xtext.ide.editor.contentassist.antlr.IContentAssistParser;

/** Says what the grammar lets stand behind a text. */
record Expectations(IContentAssistParser parser, FollowElementComputer computer) {
    /**
     * The elements of the grammar that may begin behind a text, which may be broken before that.
     *
     * @param text a file up to the start of a token
     */
    Set<AbstractElement> after(String text) {
        Set<AbstractElement> found = new LinkedHashSet<>();
        computer.computeFollowElements(parser.getFollowElements(text, false), found);
        return found;
    }
}
