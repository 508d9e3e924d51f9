package dev.godwit.mysql.lint;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.mysql.effect.Charsets;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnAttribute.AutoIncrement;
import dev.godwit.sql.ColumnAttribute.Collated;
import dev.godwit.sql.ColumnAttribute.Commented;
import dev.godwit.sql.ColumnAttribute.Constrained;
import dev.godwit.sql.ColumnAttribute.Default;
import dev.godwit.sql.ColumnAttribute.Generated;
import dev.godwit.sql.ColumnAttribute.Nullable;
import dev.godwit.sql.ColumnAttribute.OnUpdate;
import dev.godwit.sql.ColumnAttribute.Setting;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintRule.Check;
import dev.godwit.sql.ConstraintRule.NotNull;
import dev.godwit.sql.ConstraintRule.PrimaryKey;
import dev.godwit.sql.TableAction.ConvertCharset;
import dev.godwit.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column has and its new definition does not say. */
final class LostAttributes {
    private static final String CHARSET = "CHARACTER SET ";
    /** Types that take no literal default on MySQL (data types, 11.6). */
    private static final Set<String> WITHOUT_DEFAULT =
            Set.of("TINYTEXT", "TEXT", "MEDIUMTEXT", "LONGTEXT", "TINYBLOB", "BLOB", "MEDIUMBLOB", "LONGBLOB", "JSON");

    private final StatementContext statement;
    private final AlterTable alter;
    private final Column before;
    private final ColumnDefinition after;
    private final List<String> names = new ArrayList<>();
    private final List<String> modifiers = new ArrayList<>();
    private final List<ColumnAttribute> first = new ArrayList<>();
    private final List<ColumnAttribute> last = new ArrayList<>();

    private LostAttributes(StatementContext statement, AlterTable alter, Column before, ColumnDefinition after) {
        this.statement = statement;
        this.alter = alter;
        this.before = before;
        this.after = after;
    }

    static LostAttributes of(StatementContext statement, AlterTable alter, Column before, ColumnDefinition after) {
        LostAttributes lost = new LostAttributes(statement, alter, before, after);
        lost.unsigned();
        lost.charset();
        lost.generated();
        lost.notNull();
        lost.defaultValue();
        lost.onUpdate();
        lost.autoIncrement();
        lost.invisible();
        lost.comment();
        lost.check();
        return lost;
    }

    boolean isNone() {
        return names.isEmpty();
    }

    /** Lists them for people. */
    String text() {
        int end = names.size() - 1;
        return end == 0 ? names.getFirst() : String.join(", ", names.subList(0, end)) + " and " + names.get(end);
    }

    /** Returns the new definition with all that is lost. */
    ColumnDefinition restored() {
        List<ColumnAttribute> attributes = new ArrayList<>(first);
        attributes.addAll(after.attributes());
        attributes.addAll(last);
        return new ColumnDefinition(after.span(), after.name(), after.type().map(this::restored), attributes);
    }

    private TypeName restored(TypeName type) {
        List<String> all = new ArrayList<>(type.modifiers());
        all.addAll(modifiers);
        return new TypeName(type.span(), type.name(), type.arguments(), all, type.dimensions());
    }

    private boolean says(Class<? extends ColumnAttribute> kind) {
        return after.attribute(kind).isPresent();
    }

    private void unsigned() {
        Optional<TypeName> old = before.type();
        Optional<TypeName> wanted = after.type();
        boolean same = old.isPresent()
                && wanted.isPresent()
                && old.get().base().equalsIgnoreCase(wanted.get().base());
        if (same && has(old.get(), "UNSIGNED") && !has(wanted.get(), "UNSIGNED") && !has(wanted.get(), "SIGNED")) {
            names.add("UNSIGNED");
            modifiers.add("UNSIGNED");
        }
    }

    private static boolean has(TypeName type, String modifier) {
        return type.modifiers().stream().anyMatch(own -> own.equals(modifier) || own.equals("ZEROFILL"));
    }

    private void charset() {
        List<String> said = before.type().map(TypeName::modifiers).orElse(List.of()).stream()
                .filter(LostAttributes::isCharset)
                .toList();
        Optional<Collated> collated = before.attribute(Collated.class);
        boolean own = !said.isEmpty() || collated.isPresent();
        boolean saidAgain = says(Collated.class)
                || after.type().stream()
                        .anyMatch(type -> type.modifiers().stream().anyMatch(LostAttributes::isCharset));
        boolean converted = alter.actions(ConvertCharset.class).findAny().isPresent();
        if (!own
                || saidAgain
                || converted
                || !Charsets.differ(statement.before(), alter, before, after, statement.version())) {
            return;
        }
        names.add(said.isEmpty() ? "COLLATE " + collated.orElseThrow().collation() : String.join(" ", said));
        modifiers.addAll(said);
        collated.ifPresent(first::add);
    }

    private static boolean isCharset(String modifier) {
        return modifier.startsWith(CHARSET)
                || Set.of("BINARY", "ASCII", "UNICODE", "BYTE").contains(modifier);
    }

    private void generated() {
        before.generated()
                .filter(old -> old.storing() == Generated.Storing.STORED && !says(Generated.class))
                .ifPresent(old -> {
                    names.add("GENERATED ALWAYS AS (" + old.value().text() + ")");
                    first.add(old);
                });
    }

    private void notNull() {
        boolean was = before.nullability() == Column.Nullability.NOT_NULL;
        boolean isSaid = after.has(NotNull.class) || after.has(PrimaryKey.class) || says(Nullable.class);
        if (was && !isSaid && !isKey() && !isNullDefault() && !says(Generated.class)) {
            names.add("NOT NULL");
            first.add(new Constrained(new Constraint(
                    after.span(), Optional.empty(), new NotNull(after.name()), Constraint.Checking.PLAIN)));
        }
    }

    private boolean isKey() {
        Optional<Table> table = statement.before().table(alter.table());
        return table.filter(known -> WrittenColumn.isInPrimaryKey(known, before.name()))
                .isPresent();
    }

    // DEFAULT NULL says that NULL is wanted.
    private boolean isNullDefault() {
        return after.attributes(Default.class)
                .anyMatch(value ->
                        value.value().tokens().size() == 1 && value.value().has("NULL"));
    }

    private void defaultValue() {
        boolean takesNone = statement.version().product().equals(MysqlRules.MYSQL)
                && WITHOUT_DEFAULT.contains(WrittenColumn.word(after));
        if (takesNone || says(Default.class) || says(Generated.class) || says(AutoIncrement.class)) {
            return;
        }
        before.defaultValue().ifPresent(value -> {
            names.add("DEFAULT " + value.text());
            last.add(new Default(value));
        });
    }

    private void onUpdate() {
        keep(OnUpdate.class, update -> "ON UPDATE " + update.value().text());
    }

    private void autoIncrement() {
        keep(AutoIncrement.class, counter -> "AUTO_INCREMENT");
    }

    private void comment() {
        if (before.attribute(Commented.class)
                .filter(comment -> !comment.text().isEmpty())
                .isPresent()) {
            keep(Commented.class, comment -> "COMMENT '" + comment.text() + "'");
        }
    }

    private <T extends ColumnAttribute> void keep(Class<T> kind, java.util.function.Function<T, String> name) {
        before.attribute(kind).filter(old -> !says(kind)).ifPresent(old -> {
            names.add(name.apply(old));
            last.add(old);
        });
    }

    private void invisible() {
        boolean said = after.attributes(Setting.class).anyMatch(LostAttributes::isVisibility);
        before.attributes().stream()
                .filter(attribute -> attribute instanceof Setting setting
                        && setting.option().name().equals("INVISIBLE"))
                .filter(attribute -> !said)
                .forEach(attribute -> {
                    names.add("INVISIBLE");
                    last.add(attribute);
                });
    }

    private static boolean isVisibility(Setting setting) {
        return setting.option().name().toUpperCase(Locale.ROOT).endsWith("VISIBLE");
    }

    // A CHECK at a column is part of its definition on MariaDB (seen on 11.4); on MySQL it is the table's, and stays.
    private void check() {
        if (!statement.version().product().equals(MysqlRules.MARIADB) || after.has(Check.class)) {
            return;
        }
        statement.before().table(alter.table()).stream()
                .flatMap(table -> table.constraints().stream())
                .filter(constraint ->
                        constraint.name().filter(before.name()::equals).isPresent())
                .filter(constraint -> constraint.rule() instanceof Check)
                .findFirst()
                .ifPresent(constraint -> {
                    names.add(
                            "CHECK (" + ((Check) constraint.rule()).condition().text() + ")");
                    last.add(new Constrained(new Constraint(
                            after.span(), Optional.empty(), constraint.rule(), Constraint.Checking.PLAIN)));
                });
    }
}
