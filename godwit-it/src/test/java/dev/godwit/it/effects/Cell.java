package dev.godwit.it.effects;

import dev.godwit.core.effect.Effects;
import dev.godwit.core.effect.TableLock;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.QualifiedName;
import java.util.Comparator;
import java.util.stream.Collectors;

/** What the pages say of a statement. */
final class Cell {
    private static final int LONG = 150;

    private Cell() {}

    /** Returns the statement as code. */
    static String code(String sql) {
        String text = sql.length() > LONG ? sql.substring(0, LONG) + " …" : sql;
        return "`" + text.replace("|", "\\|") + "`";
    }

    static String text(String words) {
        return words.replace("|", "\\|");
    }

    static String refusal(Effects effects) {
        return effects.refusal().map(why -> "refused: " + why).orElse("");
    }

    /** Returns the work on the tables, that on the one without its name. */
    static String work(Effects effects, QualifiedName table) {
        return effects.work().stream()
                .filter(done -> done.work() != Work.METADATA)
                .map(done -> word(done.work()) + (done.table().equals(table) ? "" : " of " + done.table()))
                .collect(Collectors.joining(", "));
    }

    private static String word(Work work) {
        return switch (work) {
            case METADATA -> "";
            case SCAN -> "scan";
            case INDEX_BUILD -> "index build";
            case REWRITE -> "rewrite";
        };
    }

    static String method(Effects effects, QualifiedName table) {
        return effects.workOn(table)
                .map(TableWork::method)
                .filter(method -> !method.isEmpty())
                .map(method -> "`" + method + "`")
                .orElse("");
    }

    /** Returns the locks on other tables. */
    static String others(Effects effects, QualifiedName table) {
        return effects.locks().stream()
                .filter(lock -> !lock.table().equals(table) && !lock.table().equals(TableLock.EVERYTHING))
                .sorted(Comparator.comparing(lock -> lock.table().toString()))
                .map(lock -> lock.table() + " " + lock.serverName())
                .collect(Collectors.joining(", "));
    }
}
