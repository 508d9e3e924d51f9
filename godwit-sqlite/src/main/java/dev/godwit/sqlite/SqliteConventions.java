package dev.godwit.sqlite;

import dev.godwit.core.catalog.Conventions;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How SQLite names and keeps a schema. */
final class SqliteConventions implements Conventions {
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
    public Optional<Identifier> constraintName(QualifiedName table, ConstraintRule rule, List<Identifier> taken) {
        return Optional.empty();
    }

    @Override
    public Optional<Identifier> indexName(QualifiedName table, List<Identifier> columns, List<Identifier> taken) {
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
}
