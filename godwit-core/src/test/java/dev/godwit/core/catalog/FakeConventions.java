package dev.godwit.core.catalog;

import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.sqlite.SqliteDialect;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A product without schemas, whose names are as written and which gives none. */
public final class FakeConventions implements Conventions {
    private final Set<Trait> traits;

    public FakeConventions(Trait... traits) {
        this.traits = Set.of(traits);
    }

    @Override
    public Dialect dialect() {
        return new SqliteDialect();
    }

    @Override
    public QualifiedName resolve(QualifiedName name) {
        return name;
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

    @Override
    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
