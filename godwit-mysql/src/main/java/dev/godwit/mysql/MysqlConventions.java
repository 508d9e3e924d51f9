package dev.godwit.mysql;

import dev.godwit.core.catalog.Conventions;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Optional;

/** How MySQL and MariaDB name and keep a schema. */
final class MysqlConventions implements Conventions {
    @Override
    public QualifiedName resolve(QualifiedName name) {
        return name;
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
        return IndexScope.TABLE;
    }

    @Override
    public ForeignKeyIndex foreignKeyIndex() {
        return ForeignKeyIndex.MADE;
    }

    @Override
    public boolean isSerial(TypeName type) {
        return type.base().equalsIgnoreCase("serial");
    }
}
