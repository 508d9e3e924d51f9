package dev.godwit.core.catalog;

import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Optional;

/** A product without schemas, whose names are as written and which gives none. */
public final class FakeConventions implements Conventions {
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
