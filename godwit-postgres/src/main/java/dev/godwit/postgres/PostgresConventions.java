package dev.godwit.postgres;

import dev.godwit.core.catalog.Conventions;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import dev.godwit.sql.postgres.PostgresDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How PostgreSQL names and keeps a schema. */
final class PostgresConventions implements Conventions {
    private static final Map<String, String> SERIALS = Map.of(
            "serial", "integer",
            "serial4", "integer",
            "bigserial", "bigint",
            "serial8", "bigint",
            "smallserial", "smallint",
            "serial2", "smallint");
    private static final Set<Trait> TRAITS =
            Set.of(Trait.DEFINITIONS_ROLL_BACK, Trait.VIEWS_FOLLOW, Trait.EQUAL_KEYS_MERGE);

    private final Dialect dialect = new PostgresDialect();

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public QualifiedName resolve(QualifiedName name) {
        int size = name.parts().size();
        boolean known = size == 2 && name.parts().getFirst().name().equals("public");
        return known ? new QualifiedName(List.of(name.last())) : size == 3 ? withoutDatabase(name) : name;
    }

    private QualifiedName withoutDatabase(QualifiedName name) {
        return resolve(new QualifiedName(name.parts().subList(1, 3)));
    }

    @Override
    public List<Identifier> searchPath(UnaryOperator<String> settings) {
        String path = settings.apply("search_path");
        if (path.isEmpty()) {
            return List.of();
        }
        List<Identifier> schemas = new ArrayList<>();
        for (String part : path.split(",", -1)) {
            String schema = unquoted(part.strip());
            if (!schema.isEmpty() && !schema.equals("$user") && !schema.startsWith("pg_")) {
                schemas.add(new Identifier(schema));
            }
        }
        return schemas;
    }

    private static String unquoted(String part) {
        String ends = part.length() > 1 ? part.substring(0, 1) + part.charAt(part.length() - 1) : "";
        boolean quoted = ends.equals("\"\"") || ends.equals("''");
        return quoted ? part.substring(1, part.length() - 1) : part.toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Optional<Identifier> constraintName(Table table, ConstraintRule rule, Taken taken) {
        return Optional.of(PostgresNaming.constraint(table, rule, taken));
    }

    @Override
    public Optional<Identifier> indexName(
            QualifiedName table, List<IndexElement> elements, List<Identifier> include, Taken taken) {
        return Optional.of(PostgresNaming.index(table.last().name(), elements, include, taken));
    }

    @Override
    public Optional<ColumnSequence> sequence(QualifiedName table, ColumnDefinition column, Taken taken) {
        Optional<TypeName> type = column.type();
        Optional<String> serial = type.map(TypeName::base).map(SERIALS::get);
        boolean identity = column.attribute(ColumnAttribute.Identity.class).isPresent();
        if (serial.isEmpty() && !identity) {
            return Optional.empty();
        }
        Identifier name = PostgresNaming.sequence(table.last().name(), column.name(), taken);
        List<Identifier> parts = new ArrayList<>(table.parts());
        parts.set(parts.size() - 1, name);
        String full = String.join(
                ".", parts.stream().map(part -> dialect.quote(part.name())).toList());
        return Optional.of(new ColumnSequence(
                name,
                serial.orElse(type.map(TypeName::base).orElse("bigint")),
                identity
                        ? Optional.empty()
                        : Optional.of(dialect.expression("nextval(" + dialect.literal(full) + "::regclass)"))));
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
        return SERIALS.containsKey(type.base());
    }

    @Override
    public ColumnDefinition meant(ColumnDefinition written) {
        boolean serial = written.type().filter(this::isSerial).isPresent();
        boolean identity = written.attribute(ColumnAttribute.Identity.class).isPresent();
        if (!serial && !identity) {
            return written;
        }
        Optional<TypeName> type = serial ? written.type().map(PostgresConventions::integer) : written.type();
        List<ColumnAttribute> attributes = new ArrayList<>(written.attributes());
        if (!written.has(ConstraintRule.NotNull.class)) {
            attributes.add(new ColumnAttribute.Constrained(new dev.godwit.sql.Constraint(
                    written.span(),
                    Optional.empty(),
                    new ConstraintRule.NotNull(written.name()),
                    dev.godwit.sql.Constraint.Checking.PLAIN)));
        }
        return new ColumnDefinition(written.span(), written.name(), type, attributes);
    }

    private static TypeName integer(TypeName serial) {
        String name = SERIALS.getOrDefault(serial.base(), "integer");
        return new TypeName(
                serial.span(),
                new QualifiedName(List.of(new Identifier(name))),
                List.of(),
                List.of(),
                serial.dimensions());
    }

    @Override
    public boolean has(Trait trait) {
        return TRAITS.contains(trait);
    }
}
