package dev.godwit.mysql;

import dev.godwit.core.catalog.Conventions;
import dev.godwit.core.catalog.Table;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.ConstraintRule.Exclude;
import dev.godwit.sql.ConstraintRule.ForeignKey;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.ConstraintRule.Unique;
import dev.godwit.sql.Dialect;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** How MySQL and MariaDB name and keep a schema. */
final class MysqlConventions implements Conventions {
    private static final Set<Trait> BOTH =
            Set.of(Trait.INDEXES_OUTLIVE_COLUMNS, Trait.LIKE_COPIES_ALL, Trait.COLUMNS_ADDED_IN_PLACE);

    private final Product product;
    private final Dialect dialect;

    MysqlConventions(Product product, Dialect dialect) {
        this.product = product;
        this.dialect = dialect;
    }

    @Override
    public Dialect dialect() {
        return dialect;
    }

    @Override
    public QualifiedName resolve(QualifiedName name) {
        return name;
    }

    @Override
    public List<Identifier> searchPath(UnaryOperator<String> settings) {
        String database = settings.apply("use").strip();
        String bare = database.startsWith("`") && database.endsWith("`") && database.length() > 1
                ? database.substring(1, database.length() - 1).replace("``", "`")
                : database;
        return bare.isEmpty() ? List.of() : List.of(new Identifier(bare));
    }

    @Override
    public Optional<Identifier> constraintName(Table table, ConstraintRule rule, Taken taken) {
        return switch (rule) {
            case PrimaryKey primary -> Optional.of(new Identifier("PRIMARY"));
            case Unique unique -> indexName(table.name(), unique.key().elements(), List.of(), taken);
            case Check check -> Optional.of(checkName(table));
            case ForeignKey foreign -> Optional.of(numbered(table, table.name().last() + "_ibfk_"));
            case NotNull other -> Optional.empty();
            case Exclude other -> Optional.empty();
        };
    }

    private Identifier checkName(Table table) {
        return switch (product) {
            case MYSQL -> numbered(table, table.name().last() + "_chk_");
            case MARIADB -> firstFree(table);
        };
    }

    // MariaDB fills gaps (seen on 11.4)
    private static Identifier firstFree(Table table) {
        int number = 1;
        while (table.constraint(new Identifier("CONSTRAINT_" + number)).isPresent()) {
            number++;
        }
        return new Identifier("CONSTRAINT_" + number);
    }

    /** Returns the name with the number behind the highest that is there. */
    private static Identifier numbered(Table table, String start) {
        int highest = table.constraints().stream()
                .flatMap(constraint -> constraint.name().stream())
                .mapToInt(name -> number(name.name(), start))
                .max()
                .orElse(0);
        return new Identifier(start + (highest + 1));
    }

    private static int number(String name, String start) {
        String end = name.regionMatches(true, 0, start, 0, start.length()) ? name.substring(start.length()) : "";
        boolean digits = !end.isEmpty() && end.length() < 9 && end.chars().allMatch(Character::isDigit);
        return digits ? Integer.parseInt(end) : 0;
    }

    @Override
    public Optional<Identifier> indexName(
            QualifiedName table, List<IndexElement> elements, List<Identifier> include, Taken taken) {
        if (elements.isEmpty()) {
            return Optional.empty();
        }
        String first = elements.getFirst().column().map(Identifier::name).orElse("functional_index");
        Identifier name = new Identifier(first);
        for (int number = 2; taken.relation(name) || name.name().equalsIgnoreCase("PRIMARY"); number++) {
            name = new Identifier(first + "_" + number);
        }
        return Optional.of(name);
    }

    @Override
    public Identifier renamed(QualifiedName from, QualifiedName to, Identifier constraint) {
        for (String label : List.of("_ibfk_", "_chk_")) {
            String start = from.last() + label;
            if (number(constraint.name(), start) > 0) {
                return new Identifier(to.last() + label + constraint.name().substring(start.length()));
            }
        }
        return constraint;
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

    // MariaDB knows a CHECK at a column by the column's name
    @Override
    public ColumnDefinition meant(ColumnDefinition written) {
        ColumnDefinition whole = whole(written);
        if (product == Product.MYSQL || !whole.has(Check.class)) {
            return whole;
        }
        List<ColumnAttribute> attributes = whole.attributes().stream()
                .map(attribute -> named(attribute, whole.name()))
                .toList();
        return new ColumnDefinition(whole.span(), whole.name(), whole.type(), attributes);
    }

    private static ColumnAttribute named(ColumnAttribute attribute, Identifier column) {
        return attribute instanceof ColumnAttribute.Constrained constrained
                        && constrained.constraint().rule() instanceof Check check
                ? new ColumnAttribute.Constrained(new Constraint(
                        constrained.constraint().span(),
                        Optional.of(column),
                        check,
                        constrained.constraint().checking()))
                : attribute;
    }

    // Data types, 11.1: SERIAL is an alias for BIGINT UNSIGNED NOT NULL AUTO_INCREMENT UNIQUE
    private ColumnDefinition whole(ColumnDefinition written) {
        Optional<TypeName> type = written.type().filter(this::isSerial).map(MysqlConventions::bigint);
        if (type.isEmpty()) {
            return written;
        }
        List<ColumnAttribute> attributes = new ArrayList<>(written.attributes());
        attributes.add(new ColumnAttribute.AutoIncrement());
        attributes.add(constrained(written, new NotNull(written.name())));
        attributes.add(
                constrained(written, new Unique(ConstraintRule.Key.of(List.of(IndexElement.of(written.name()))))));
        return new ColumnDefinition(written.span(), written.name(), type, attributes);
    }

    private static ColumnAttribute constrained(ColumnDefinition column, ConstraintRule rule) {
        return new ColumnAttribute.Constrained(
                new Constraint(column.span(), Optional.empty(), rule, Constraint.Checking.PLAIN));
    }

    private static TypeName bigint(TypeName serial) {
        return new TypeName(
                serial.span(), new QualifiedName(List.of(new Identifier("bigint"))), List.of(), List.of("UNSIGNED"), 0);
    }

    @Override
    public boolean has(Trait trait) {
        return BOTH.contains(trait)
                || switch (product) {
                    case MYSQL -> trait == Trait.INLINE_REFERENCES_IGNORED;
                    case MARIADB -> trait == Trait.LIKE_KEEPS_CHECK_NAMES;
                };
    }
}
