package dev.godwit.it.effects;

import dev.godwit.core.catalog.Catalog;
import dev.godwit.core.engine.Engine;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.List;

/** Reads SQL as Godwit does and follows what it makes of a schema that was empty. */
final class Folding {
    private Folding() {}

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
