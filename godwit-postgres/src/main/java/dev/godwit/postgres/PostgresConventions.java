package dev.godwit.postgres;

import dev.godwit.core.catalog.Conventions;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How PostgreSQL names and keeps a schema. */
final class PostgresConventions implements Conventions {
    private static final Set<String> SERIALS =
            Set.of("serial", "serial4", "bigserial", "serial8", "smallserial", "serial2");

    @Override
    public QualifiedName resolve(QualifiedName name) {
        boolean known =
                name.parts().size() == 2 && name.parts().getFirst().name().equals("public");
        return known ? new QualifiedName(List.of(name.last())) : name;
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
        return SERIALS.contains(type.base());
    }
}
