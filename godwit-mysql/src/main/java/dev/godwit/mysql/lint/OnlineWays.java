package dev.godwit.mysql.lint;

import dev.godwit.core.catalog.Index;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.TableConstraint;
import dev.godwit.core.effect.LockMode;
import dev.godwit.core.effect.TableWork;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.mysql.effect.AlterReading;
import dev.godwit.mysql.effect.Change;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.ModifyColumn;
import dev.godwit.sql.ColumnAttribute;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction.AddConstraint;
import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexElement;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction;
import dev.godwit.sql.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways to change a table while others write to it. */
final class OnlineWays {
    private static final String START = "ALTER TABLE ";

    private OnlineWays() {}

    static boolean letsWrite(TableWork work) {
        return work.blocks().compareTo(LockMode.BLOCKS_WRITES) < 0;
    }

    /**
     * A copy beside the table, kept up to date and swapped in at the end. gh-ost is not made for MariaDB, for foreign keys or for triggers; both tools go
     * through the table by a unique key (their manuals).
     */
    static List<String> shadow(Hazard hazard) {
        StatementContext context = hazard.context();
        AlterTable alter = hazard.alter().with(withoutClauses(hazard.alter()));
        Optional<Table> table = context.before().table(alter.table());
        return table.filter(OnlineWays::lacksKey).isPresent()
                ? List.of(
                        "-- without a unique key no tool can copy it while others write: when nobody does, or after one has been"
                                + " added")
                : List.of(
                        "-- by a copy that is kept up to date and swapped in while others write, from a shell:",
                        command(context, alter, table),
                        "-- then allow this statement here, or leave it out where the command is run everywhere");
    }

    private static boolean lacksKey(Table table) {
        return table.knowledge() == Table.Knowledge.WHOLE
                && table.indexes().stream().noneMatch(Index::isUnique);
    }

    private static String command(StatementContext context, AlterTable alter, Optional<Table> table) {
        String name = quoted(alter.table().last().name());
        String changes = quoted(changes(context, alter));
        boolean triggers = table.filter(known -> !known.triggers().isEmpty()).isPresent();
        boolean keys = hasForeignKeys(context, alter.table());
        if (!triggers && !keys && context.version().product().equals(MysqlRules.MYSQL)) {
            return "gh-ost --database=\"$DATABASE\" --table=" + name + " --alter=" + changes + " --execute";
        }
        return "pt-online-schema-change --alter " + changes + (triggers ? " --preserve-triggers" : "")
                + (keys ? " --alter-foreign-keys-method=auto" : "") + " --execute D=\"$DATABASE\",t=" + name;
    }

    private static boolean hasForeignKeys(StatementContext context, QualifiedName name) {
        QualifiedName wanted = context.before().resolve(name);
        return context.before().tables().stream()
                .anyMatch(table -> table.constraints().stream()
                        .map(TableConstraint::rule)
                        .anyMatch(rule -> rule instanceof ConstraintRule.ForeignKey key
                                && concerns(context, table, key, wanted)));
    }

    private static boolean concerns(
            StatementContext context, Table table, ConstraintRule.ForeignKey key, QualifiedName wanted) {
        return table.name().equals(wanted)
                || context.before().resolve(key.references().table()).equals(wanted);
    }

    private static String changes(StatementContext context, AlterTable alter) {
        String sql = context.sql(alter);
        String start = START + context.sql(alter.table()) + " ";
        String rest = sql.startsWith(start) ? sql.substring(start.length()) : sql;
        return rest.substring(0, rest.length() - 1);
    }

    private static String quoted(String text) {
        return '"' + text.replaceAll("[\\\\\"$`]", "\\\\$0") + '"';
    }

    /** Returns what is asked for without how it is to be done. */
    static List<AlterAction> withoutClauses(AlterTable alter) {
        return alter.actions().stream()
                .filter(action -> !(action instanceof TableAction.Algorithm) && !(action instanceof TableAction.Lock))
                .toList();
    }

    /** Writes an ALTER TABLE that fails at once where it would not be instant. */
    static String instant(StatementContext context, AlterTable alter, AlterAction... actions) {
        return asserting(context, alter, List.of(new TableAction.Algorithm("INSTANT")), actions);
    }

    /** Writes an ALTER TABLE that fails at once where others could not write. */
    static String online(StatementContext context, AlterTable alter, AlterAction... actions) {
        return asserting(
                context, alter, List.of(new TableAction.Algorithm("INPLACE"), new TableAction.Lock("NONE")), actions);
    }

    /** The members that are there in their order, and the new ones behind them; a copy where some are to go. */
    static List<String> appended(Hazard hazard) {
        return hazard.action()
                .flatMap(action -> appended(hazard, action))
                .map(action -> List.of("-- new members at the end:", instant(hazard.context(), hazard.alter(), action)))
                .orElseGet(() -> shadow(hazard));
    }

    private static Optional<AlterAction> appended(Hazard hazard, AlterAction action) {
        if (!(action instanceof ModifyColumn modify)) {
            return Optional.empty();
        }
        List<String> old = hazard.context().before().table(hazard.alter().table()).stream()
                .flatMap(table -> table.column(modify.column()).stream())
                .flatMap(column -> column.type().stream())
                .flatMap(type -> type.arguments().stream())
                .toList();
        TypeName type = modify.definition().type().orElseThrow();
        if (old.isEmpty() || !type.arguments().containsAll(old)) {
            return Optional.empty();
        }
        List<String> members = Stream.concat(
                        old.stream(), type.arguments().stream().filter(member -> !old.contains(member)))
                .toList();
        var appended = new TypeName(type.span(), type.name(), members, type.modifiers(), type.dimensions());
        ColumnDefinition column = modify.definition();
        var same = new ModifyColumn(
                new ColumnDefinition(column.span(), column.name(), Optional.of(appended), column.attributes()),
                modify.guard(),
                modify.position());
        StatementContext context = hazard.context();
        AlterReading reading = AlterReading.of(hazard.alter().with(List.of(same)), context.before(), context.version());
        return reading.asksFor(Change.CHANGE_TYPE) ? Optional.empty() : Optional.of(same);
    }

    /** Returns ADD PRIMARY KEY. */
    static AlterAction primaryKey(String column) {
        var rule =
                new ConstraintRule.PrimaryKey(ConstraintRule.Key.of(List.of(IndexElement.of(new Identifier(column)))));
        return new AddConstraint(
                new Constraint(new SourceSpan(0, 0), Optional.empty(), rule, Constraint.Checking.PLAIN), Guard.NONE);
    }

    /** Tells whether this is that constraint of a column. */
    static boolean isRule(ColumnAttribute attribute, Class<? extends ConstraintRule> rule) {
        return attribute instanceof ColumnAttribute.Constrained constrained
                && rule.isInstance(constrained.constraint().rule());
    }

    /** Writes the same ALTER TABLE, to be done in place. */
    static String inPlace(StatementContext context, AlterTable alter) {
        List<AlterAction> actions = new ArrayList<>(withoutClauses(alter));
        actions.add(new TableAction.Algorithm("INPLACE"));
        return context.sql(alter.with(actions));
    }

    private static String asserting(
            StatementContext context, AlterTable alter, List<AlterAction> clauses, AlterAction... actions) {
        List<AlterAction> all = new ArrayList<>(List.of(actions));
        all.addAll(clauses);
        return context.sql(alter.with(all));
    }
}
