package dev.godwit.core.lint;

import dev.godwit.sql.SourceSpan;
import java.util.List;
import java.util.Optional;

/**
 * What a rule found.
 *
 * @param severity that of the rule, unless size or configuration changed it
 * @param place where; empty where the folder as a whole is meant
 * @param happens what happens: which lock, who waits, how long on this size
 * @param because why
 * @param instead the safe way in SQL with the user's names, ready to paste, a statement each; empty where there is none
 * @param objects tables and other objects that it is about, as written
 */
public record Finding(
        RuleInfo rule,
        Severity severity,
        Optional<Place> place,
        String happens,
        String because,
        List<String> instead,
        List<String> objects) {
    public Finding {
        instead = List.copyOf(instead);
        objects = List.copyOf(objects);
    }

    /**
     * A place in a file.
     *
     * @param file as shown to people
     * @param statement the whole statement; empty where the file as a whole is meant
     * @param mark the part that matters
     * @param line of the mark, from 1
     * @param column of the mark, in characters from 1
     * @param endLine of the end of the mark
     * @param endColumn behind the end of the mark
     * @param text of the statement
     * @param lines the first lines that the mark is on; none where the file as a whole is meant
     */
    public record Place(
            String file,
            SourceSpan statement,
            SourceSpan mark,
            int line,
            int column,
            int endLine,
            int endColumn,
            String text,
            List<String> lines) {
        public Place {
            lines = List.copyOf(lines);
        }
    }

    /** Returns the file that it is about, as shown; empty where the folder is meant. */
    public String file() {
        return place.map(Place::file).orElse("");
    }
}
