package dev.godwit.sql.postgres;

import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.AlterTable.Scope;
import dev.godwit.sql.ColumnAction;
import dev.godwit.sql.Constraint;
import dev.godwit.sql.ConstraintAction;
import dev.godwit.sql.ConstraintAction.DropConstraint;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.IndexAction;
import dev.godwit.sql.Option;
import dev.godwit.sql.PartitionAction;
import dev.godwit.sql.PartitionAction.DetachPartition.Way;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.TableAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads ALTER TABLE, and what is altered like a table: indexes, views, materialized views, sequences, foreign tables. */
final class PostgresAlterTable {
    private final PostgresReader in;
    private final PostgresColumns columns;
    private final PostgresConstraints constraints;
    private final PostgresOptions options;
    private final PostgresTables tables;
    private final PostgresAlterColumn alterColumn;

    PostgresAlterTable(
            PostgresReader in,
            PostgresTypeNames types,
            PostgresColumns columns,
            PostgresConstraints constraints,
            PostgresOptions options,
            PostgresTables tables) {
        this.in = in;
        this.columns = columns;
        this.constraints = constraints;
        this.options = options;
        this.tables = tables;
        this.alterColumn = new PostgresAlterColumn(in, types, columns, options);
    }

    /** Reads what follows {@code kind}. */
    Statement alter(String kind) {
        Guard guard = in.ifExists();
        Scope scope = in.only();
        QualifiedName table = in.relation(scope);
        List<AlterAction> actions = new ArrayList<>(1);
        if (kind.equals("SEQUENCE")) {
            List<Option> sequence = options.sequence();
            if (!sequence.isEmpty()) {
                return new AlterTable(
                        in.span(),
                        kind,
                        guard,
                        scope,
                        table,
                        List.of(),
                        List.of(new TableAction.SetSequence(sequence)));
            }
        }
        do {
            actions.add(action());
        } while (in.takeSymbol(','));
        return new AlterTable(in.span(), kind, guard, scope, table, List.of(), actions);
    }

    private AlterAction action() {
        return switch (in.upper()) {
            case "ADD" -> add();
            case "ALTER" -> alter();
            case "DROP" -> drop();
            case "RENAME" -> rename();
            case "SET" -> set();
            case "VALIDATE" -> validate();
            case "ENABLE", "DISABLE" -> enable();
            case "ATTACH" -> attach();
            case "DETACH" -> detach();
            default -> other();
        };
    }

    private AlterAction add() {
        in.expect("ADD");
        if (in.take("COLUMN")) {
            return addColumn();
        }
        if (constraints.atTableConstraint()) {
            return new ConstraintAction.AddConstraint(constraints.ofTable(), Guard.NONE);
        }
        return addColumn();
    }

    private AlterAction addColumn() {
        Guard guard = in.ifNotExists();
        return new ColumnAction.AddColumn(columns.column(), guard, ColumnAction.Position.UNSAID);
    }

    private AlterAction drop() {
        in.expect("DROP");
        if (in.take("CONSTRAINT")) {
            Guard guard = in.ifExists();
            Identifier name = in.name("a constraint");
            return new DropConstraint(DropConstraint.Kind.CONSTRAINT, Optional.of(name), guard, in.behavior());
        }
        in.take("COLUMN");
        Guard guard = in.ifExists();
        Identifier column = in.name("a column");
        return new ColumnAction.DropColumn(column, guard, in.behavior());
    }

    private AlterAction alter() {
        in.expect("ALTER");
        if (!in.take("CONSTRAINT")) {
            in.take("COLUMN");
            return alterColumn.action();
        }
        Identifier name = in.name("a constraint");
        Constraint.Checking checking = constraints.checking();
        if (checking.equals(Constraint.Checking.PLAIN)) {
            throw in.missing("what changes at the constraint");
        }
        return new ConstraintAction.AlterConstraint(DropConstraint.Kind.CONSTRAINT, name, checking);
    }

    private AlterAction validate() {
        in.expect("VALIDATE", "CONSTRAINT");
        return new ConstraintAction.ValidateConstraint(in.name("a constraint"));
    }

    private AlterAction rename() {
        in.expect("RENAME");
        if (in.take("TO")) {
            return new TableAction.RenameTable(new QualifiedName(List.of(in.name("a name"))));
        }
        if (in.take("CONSTRAINT")) {
            Identifier name = in.name("a constraint");
            in.expect("TO");
            return new ConstraintAction.RenameConstraint(name, in.name("a name"));
        }
        in.take("COLUMN");
        Identifier column = in.name("a column");
        in.expect("TO");
        return new ColumnAction.RenameColumn(column, in.name("a name"), Guard.NONE);
    }

    private AlterAction set() {
        in.expect("SET");
        if (in.isSymbol('(')) {
            return new TableAction.SetStorage(options.settings());
        }
        if (in.take("SCHEMA")) {
            return new TableAction.SetSchema(in.name("a schema"));
        }
        if (in.take("TABLESPACE")) {
            return new TableAction.SetTablespace(in.name("a tablespace"));
        }
        if (in.take("LOGGED")) {
            return new TableAction.SetPersistence(Persistence.PERMANENT);
        }
        if (in.take("UNLOGGED")) {
            return new TableAction.SetPersistence(Persistence.UNLOGGED);
        }
        if (in.take("ACCESS")) {
            in.expect("METHOD");
            return new TableAction.SetAccessMethod(
                    in.take("DEFAULT") ? Optional.empty() : Optional.of(in.name("an access method")));
        }
        in.expect("WITHOUT");
        return in.take("CLUSTER")
                ? new TableAction.ClusterOn(Optional.empty())
                : plain("SET WITHOUT " + in.oneOf("CLUSTER or OIDS", "OIDS"));
    }

    private static AlterAction plain(String words) {
        return new TableAction.OtherAction(words, Optional.empty());
    }

    private AlterAction enable() {
        String mode = in.upper();
        in.advance();
        if (in.take("ROW")) {
            return rowSecurity(mode);
        }
        if (mode.equals("ENABLE") && (in.is("REPLICA") || in.is("ALWAYS"))) {
            mode = "ENABLE " + in.upper();
            in.advance();
        }
        String kind = in.oneOf("TRIGGER, RULE or ROW LEVEL SECURITY", "TRIGGER", "RULE");
        if (kind.equals("TRIGGER") && (in.is("ALL") || in.is("USER"))) {
            String all = in.upper();
            in.advance();
            return new TableAction.SwitchTrigger(kind, mode, Optional.empty(), Optional.of(all));
        }
        return new TableAction.SwitchTrigger(kind, mode, Optional.of(in.name("a name")), Optional.empty());
    }

    private AlterAction rowSecurity(String mode) {
        in.expect("LEVEL", "SECURITY");
        return new TableAction.RowSecurity(mode);
    }

    private AlterAction attach() {
        in.expect("ATTACH", "PARTITION");
        QualifiedName name = in.qualified("a partition");
        return in.is("FOR") || in.is("DEFAULT")
                ? new PartitionAction.AttachPartition(name, tables.bound())
                : new IndexAction.AttachIndex(name);
    }

    private AlterAction detach() {
        in.expect("DETACH", "PARTITION");
        QualifiedName partition = in.qualified("a partition");
        if (in.take("CONCURRENTLY")) {
            return new PartitionAction.DetachPartition(partition, Way.CONCURRENTLY);
        }
        return new PartitionAction.DetachPartition(partition, in.take("FINALIZE") ? Way.FINALIZE : Way.PLAIN);
    }

    private AlterAction other() {
        if (in.take("OWNER")) {
            in.expect("TO");
            return new TableAction.SetOwner(in.role());
        }
        if (in.take("RESET")) {
            return new TableAction.ResetStorage(options.settings());
        }
        if (in.take("CLUSTER")) {
            in.expect("ON");
            return new TableAction.ClusterOn(Optional.of(in.name("an index")));
        }
        if (in.take("INHERIT")) {
            return new TableAction.SetInheritance(Constraint.Inheritance.INHERIT, in.qualified("a table"));
        }
        if (in.take("OF")) {
            return new TableAction.SetType(Optional.of(in.qualifiedWord("a type")));
        }
        if (in.take("NOT", "OF")) {
            return new TableAction.SetType(Optional.empty());
        }
        if (in.take("OPTIONS")) {
            return new TableAction.OtherAction("OPTIONS", Optional.of(in.inParentheses("an option")));
        }
        if (in.take("FORCE", "ROW")) {
            return rowSecurity("FORCE");
        }
        return rare();
    }

    private AlterAction rare() {
        if (in.take("REPLICA")) {
            in.expect("IDENTITY");
            return replicaIdentity();
        }
        if (in.take("DEPENDS")) {
            return dependsOn("DEPENDS ON EXTENSION");
        }
        if (!in.take("NO")) {
            throw in.missing("what is to be altered");
        }
        if (in.take("INHERIT")) {
            return new TableAction.SetInheritance(Constraint.Inheritance.NO_INHERIT, in.qualified("a table"));
        }
        if (in.take("FORCE")) {
            in.expect("ROW");
            return rowSecurity("NO FORCE");
        }
        in.expect("DEPENDS");
        return dependsOn("NO DEPENDS ON EXTENSION");
    }

    private AlterAction dependsOn(String words) {
        in.expect("ON", "EXTENSION");
        return new TableAction.OtherAction(
                words, options.named(words, "an extension").value());
    }

    private AlterAction replicaIdentity() {
        if (in.take("USING")) {
            in.expect("INDEX");
            return new TableAction.ReplicaIdentity("INDEX", Optional.of(in.name("an index")));
        }
        return new TableAction.ReplicaIdentity(
                in.oneOf("DEFAULT, FULL, NOTHING or USING INDEX", "DEFAULT", "FULL", "NOTHING"), Optional.empty());
    }
}
