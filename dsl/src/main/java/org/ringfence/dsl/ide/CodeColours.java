package org.ringfence.dsl.ide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ringfence.subject.SubjectReader;

/**
 * The tokens of code in backticks, as far as they look alike in the languages that are checked:
 * holes, texts, numbers, names, calls, comments. What a name means, the vocabulary says.
 */
final class CodeColours {
    private CodeColours() {}

    /**
     * @param start 0-based in the code, in UTF-16 units
     * @param type of the {@link Colours#LEGEND}
     */
    record Piece(int start, int length, String type) {}

    private static final String HOLE = "(?<hole>\\$\\.\\.\\.\\w*|\\$\\w+)";
    private static final String STRING =
            "(?<string>\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*')";
    private static final String NUMBER = "(?<number>\\b\\d[\\w.]*)";
    private static final String NAME = "(?<name>[A-Za-z_]\\w*)(?<call>\\s*\\()?";

    static List<Piece> of(SubjectReader reader, String code) {
        // the marker of tests begins as comments do: //!! in C, ;!! in INF
        String comment = Pattern.quote(reader.testMarker().replace("!!", ""));
        String line = comment.equals("\\Q\\E") ? Pattern.quote(reader.testMarker()) : comment;
        Matcher piece =
                Pattern.compile(
                                "(?<comment>"
                                        + line
                                        + "[^\\n]*|/\\*(?:[^*]|\\*(?!/))*(?:\\*/)?)|"
                                        + String.join("|", HOLE, STRING, NUMBER, NAME))
                        .matcher(code);
        List<Piece> pieces = new ArrayList<>();
        while (piece.find()) {
            add(pieces, piece, reader);
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, Matcher piece, SubjectReader reader) {
        String type = "";
        String group = "name";
        if (piece.group("comment") != null) {
            type = "comment";
            group = "comment";
        } else if (piece.group("hole") != null) {
            type = "variable";
            group = "hole";
        } else if (piece.group("string") != null) {
            type = "string";
            group = "string";
        } else if (piece.group("number") != null) {
            type = "number";
            group = "number";
        } else if (reader.vocabulary().constants().containsKey(piece.group("name"))) {
            type = "enumMember";
        } else if (piece.group("call") != null) {
            type = "function";
        }
        if (!type.isEmpty()) {
            int start = piece.start(group);
            pieces.add(new Piece(start, piece.end(group) - start, type));
        }
    }
}
