package dev.godwit.sql.mysql;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.Constraint.Checking;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.Option;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction;
import dev.godwit.sql.internal.Cursor;
import java.util.Optional;

/** Reads what {@code ALTER TABLE} changes, drops or renames. */
final class AlterColumnReader {
    private final Input in;
    private final Cursor cursor;
    private final ColumnReader columns;
    private final AddReader adds;
    private final KeyReader keys;
    private final ValueReader values;

    AlterColumnReader(Input in, ColumnReader columns, AddReader adds, KeyReader keys, ValueReader values) {
        this.in = in;
        this.cursor = in.cursor();
        this.columns = columns;
        this.adds = adds;
        this.keys = keys;
        this.values = values;
    }

    AlterAction action() {
        if (cursor.take("CHANGE")) {
            return change();
        }
        if (cursor.take("MODIFY")) {
            return modify();
        }
        if (cursor.take("ALTER")) {
            return alter();
        }
        return cursor.take("DROP") ? drop() : rename();
    }

    private AlterAction change() {
        cursor.take("COLUMN");
        Guard guard = in.mariadbIfExists();
        Identifier column = in.column();
        ColumnDefinition definition = columns.column();
        return new ColumnAction.ChangeColumn(column, definition, guard, adds.position());
    }

    private AlterAction modify() {
        cursor.take("COLUMN");
        Guard guard = in.mariadbIfExists();
        ColumnDefinition definition = columns.column();
        return new ColumnAction.ModifyColumn(definition, guard, adds.position());
    }

    private AlterAction alter() {
        if (in.takeEither("INDEX", "KEY")) {
            return visibility();
        }
        if (!in.mariadb() && cursor.take("CHECK")) {
            return enforcement(DropConstraint.Kind.CHECK);
        }
        if (!in.mariadb() && cursor.take("CONSTRAINT")) {
            return enforcement(DropConstraint.Kind.CONSTRAINT);
        }
        cursor.take("COLUMN");
        Guard guard = in.mariadbIfExists();
        return column(in.column(), guard);
    }

    private AlterAction column(Identifier column, Guard guard) {
        if (cursor.take("SET", "DEFAULT")) {
            return new ColumnAction.SetDefault(column, values.constant("a default"), guard);
        }
        if (cursor.take("DROP", "DEFAULT")) {
            return new ColumnAction.DropDefault(column, guard);
        }
        if (!in.mariadb() && (cursor.sees("SET", "VISIBLE") || cursor.sees("SET", "INVISIBLE"))) {
            cursor.advance();
            Option setting = new Option("SET " + cursor.upper(), Optional.empty());
            cursor.advance();
            return new ColumnAction.SetColumnOption(column, setting);
        }
        throw in.expected("SET DEFAULT or DROP DEFAULT");
    }

    private AlterAction visibility() {
        Guard guard = in.mariadbIfExists();
        Identifier index = in.identifier("an index");
        if (in.mariadb()) {
            String not = cursor.take("NOT") ? "NOT " : "";
            in.expect("IGNORED");
            return new IndexAction.SetIndexVisibility(index, guard, not + "IGNORED");
        }
        String state = cursor.take("VISIBLE") ? "VISIBLE" : "INVISIBLE";
        if (state.equals("INVISIBLE")) {
            in.expect("INVISIBLE");
        }
        return new IndexAction.SetIndexVisibility(index, guard, state);
    }

    private AlterAction enforcement(DropConstraint.Kind kind) {
        Identifier name = in.identifier("a constraint");
        Checking checking = keys.checking();
        if (checking.equals(Checking.PLAIN)) {
            throw in.expected("ENFORCED or NOT ENFORCED");
        }
        return new ConstraintAction.AlterConstraint(kind, name, checking);
    }

    private AlterAction drop() {
        if (cursor.take("PRIMARY")) {
            in.expect("KEY");
            return new DropConstraint(DropConstraint.Kind.PRIMARY_KEY, Optional.empty(), Guard.NONE, Behavior.UNSAID);
        }
        if (in.takeEither("INDEX", "KEY")) {
            Guard guard = in.mariadbIfExists();
            return new IndexAction.DropTableIndex(in.identifier("an index"), guard);
        }
        if (cursor.take("FOREIGN")) {
            in.expect("KEY");
            return constraint(DropConstraint.Kind.FOREIGN_KEY);
        }
        if (cursor.take("CONSTRAINT")) {
            return constraint(DropConstraint.Kind.CONSTRAINT);
        }
        if (!in.mariadb() && cursor.take("CHECK")) {
            return constraint(DropConstraint.Kind.CHECK);
        }
        return in.mariadb() ? mariadbDrop() : dropColumn();
    }

    private AlterAction constraint(DropConstraint.Kind kind) {
        Guard guard = in.mariadbIfExists();
        return new DropConstraint(kind, Optional.of(in.identifier("a constraint")), guard, Behavior.UNSAID);
    }

    private AlterAction mariadbDrop() {
        if (cursor.take("SYSTEM", "VERSIONING")) {
            return new TableAction.OtherAction("DROP SYSTEM VERSIONING", Optional.empty());
        }
        if (cursor.take("PERIOD")) {
            String guard = in.ifExists() == Guard.NONE ? "" : "IF EXISTS ";
            in.expect("FOR");
            return new TableAction.OtherAction("DROP PERIOD " + guard + "FOR", Optional.of(in.token("a period")));
        }
        return dropColumn();
    }

    private AlterAction dropColumn() {
        cursor.take("COLUMN");
        Guard guard = in.mariadbIfExists();
        Identifier column = in.column();
        return new ColumnAction.DropColumn(column, guard, behavior());
    }

    private Behavior behavior() {
        if (cursor.take("RESTRICT")) {
            return Behavior.RESTRICT;
        }
        return cursor.take("CASCADE") ? Behavior.CASCADE : Behavior.UNSAID;
    }

    private AlterAction rename() {
        in.expect("RENAME");
        if (cursor.take("COLUMN")) {
            Guard guard = in.mariadbIfExists();
            Identifier column = in.identifier("a column");
            in.expect("TO");
            return new ColumnAction.RenameColumn(column, in.identifier("a name"), guard);
        }
        if (in.takeEither("INDEX", "KEY")) {
            Guard guard = in.mariadbIfExists();
            Identifier index = in.identifier("an index");
            in.expect("TO");
            return new IndexAction.RenameIndex(index, in.identifier("a name"), guard);
        }
        boolean said = cursor.takeSymbol('=') || in.takeEither("TO", "AS");
        return new TableAction.RenameTable(in.name(said ? "a name" : "TO or a name"));
    }

    /** Reads {@code DISABLE KEYS} or {@code ENABLE KEYS}. */
    AlterAction keys() {
        IndexAction.Enabling enabling =
                cursor.take("DISABLE") ? IndexAction.Enabling.DISABLE : IndexAction.Enabling.ENABLE;
        cursor.take("ENABLE");
        in.expect("KEYS");
        return new IndexAction.SwitchKeys(enabling);
    }
}
