package dev.godwit.sqlite;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Conventions;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.sqlite.SqliteDialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How SQLite names and keeps a schema. */
final class SqliteConventions implements Conventions {
    private static final Set<Trait> TRAITS =
            Set.of(Trait.DEFINITIONS_ROLL_BACK, Trait.VIEWS_FOLLOW, Trait.CONSTRAINTS_GO_ALONG);

    private final Dialect dialect = new SqliteDialect();

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public QualifiedName resolve(QualifiedName name) {
        boolean main =
                name.parts().size() == 2 && name.parts().getFirst().name().equalsIgnoreCase("main");
        List<Identifier> parts = main ? List.of(name.last()) : name.parts();
        return new QualifiedName(parts.stream()
                .map(part -> new Identifier(part.name().toLowerCase(Locale.ROOT)))
                .toList());
    }

    @Override
    public Optional<Identifier> constraintName(Table table, ConstraintRule rule, Taken taken) {
        return Optional.empty();
    }

    @Override
    public Optional<Identifier> indexName(
            QualifiedName table, List<IndexElement> elements, List<Identifier> include, Taken taken) {
        return Optional.empty();
    }

    @Override
    public IndexScope indexScope() {
        return IndexScope.SCHEMA;
    }

    @Override
    public ForeignKeyIndex foreignKeyIndex() {
        return ForeignKeyIndex.NONE;
    }

    @Override
    public boolean isSerial(TypeName type) {
        return false;
    }

    // CREATE TABLE, 3.5: a PRIMARY KEY lets NULL in, for a mistake that was kept, but for a rowid and in these tables
    @Override
    public boolean primaryKeyRefusesNull(Table table, List<Identifier> columns) {
        boolean rowid = columns.size() == 1
                && table.column(columns.getFirst())
                        .flatMap(Column::type)
                        .filter(type -> type.base().equalsIgnoreCase("INTEGER"))
                        .isPresent();
        return rowid
                || table.options().containsKey("WITHOUT ROWID")
                || table.options().containsKey("STRICT");
    }

    @Override
    public boolean has(Trait trait) {
        return TRAITS.contains(trait);
    }
}
