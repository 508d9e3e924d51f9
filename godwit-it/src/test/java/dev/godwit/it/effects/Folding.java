package dev.godwit.it.effects;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.effect.ServerVersion;
import dev.godwit.core.engine.Engine;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;

/** Reads SQL as Godwit does and follows what it makes of a schema that was empty. */
final class Folding {
    private Folding() {}

    /** Returns a version of three numbers. */
    static ServerVersion version(String product, String text) {
        List<Integer> numbers =
                Pattern.compile("\\.").splitAsStream(text).map(Integer::valueOf).toList();
        return new ServerVersion(product, numbers.get(0), numbers.get(1), numbers.get(2), text);
    }

    static Statement statement(Engine engine, String sql) {
        SqlSource source = SqlSource.of("form", sql);
        return engine.dialect().statement(source, source.whole());
    }

    static Catalog after(Engine engine, Catalog before, List<String> statements) {
        Catalog catalog = before;
        for (String sql : statements) {
            catalog = catalog.after(statement(engine, sql));
        }
        return catalog;
    }
}
