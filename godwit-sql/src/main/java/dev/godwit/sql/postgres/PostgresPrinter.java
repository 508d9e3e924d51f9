package dev.godwit.sql.postgres;

import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.CommentOn;
import dev.godwit.sql.CreateDomain;
import dev.godwit.sql.CreatePolicy;
import dev.godwit.sql.CreateRoutine;
import dev.godwit.sql.CreateSequence;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Definition;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.Privileges;
import dev.godwit.sql.PublicationTables;
import dev.godwit.sql.RenameTables;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Truncate;
import java.util.Optional;

/** Writes statements from their trees, in one form for all ways to write them. */
final class PostgresPrinter {
    private PostgresPrinter() {}

    static String print(SqlSource source, Statement statement) {
        return text(statement).orElseGet(() -> source.text(statement.span()));
    }

    /** Says that PostgreSQL has nothing of the kind. */
    static IllegalArgumentException foreign(Object node) {
        return new IllegalArgumentException(
                "PostgreSQL has no " + node.getClass().getSimpleName());
    }

    // Empty is what the tree does not hold in full.
    private static Optional<String> text(Statement statement) {
        return switch (statement) {
            case Definition definition -> definition(definition);
            case Statement.CreateIndex index -> Optional.of(PrintedObjects.createIndex(index));
            case Statement.DropIndex drop -> Optional.of(PrintedObjects.dropIndex(drop));
            case Statement.Reindex reindex -> Optional.of(PrintedObjects.reindex(reindex));
            case Statement.AddEnumValue add -> Optional.of(PrintedTypes.addValue(add));
            case Statement.TransactionControl other -> Optional.empty();
            case Statement.SessionSetting other -> Optional.empty();
            case Statement.CopyFromStdin other -> Optional.empty();
            case Statement.CodeBlock other -> Optional.empty();
            case Statement.Dml other -> Optional.empty();
            case Statement.Maintenance other -> Optional.empty();
            case Statement.Unparsed other -> Optional.empty();
        };
    }

    private static Optional<String> definition(Definition definition) {
        return switch (definition) {
            case AlterTable alter -> Optional.of(PrintedActions.alter(alter));
            case CreateTable create -> Optional.of(PrintedTables.create(create));
            case CreateView view -> Optional.of(PrintedObjects.createView(view));
            case CreateType type -> Optional.of(PrintedTypes.createType(type));
            case AlterType alter -> Optional.of(PrintedTypes.alterType(alter));
            case CreateDomain domain -> Optional.of(PrintedTypes.createDomain(domain));
            case AlterDomain alter -> Optional.of(PrintedTypes.alterDomain(alter));
            case CreateSequence sequence -> Optional.of(PrintedObjects.createSequence(sequence));
            case AlterObject alter -> Optional.of(PrintedObjects.alterObject(alter));
            case DropObject drop -> Optional.of(PrintedObjects.dropObject(drop));
            case Truncate truncate -> Optional.of(PrintedObjects.truncate(truncate));
            case CommentOn comment -> Optional.of(PrintedObjects.comment(comment));
            case PublicationTables publication -> Optional.of(PrintedObjects.publication(publication));
            case RenameTables other -> throw foreign(other);
            case CreateRoutine other -> Optional.empty();
            case CreateTrigger other -> Optional.empty();
            case CreatePolicy other -> Optional.empty();
            case Privileges other -> Optional.empty();
            case OtherDefinition other -> Optional.empty();
        };
    }
}
