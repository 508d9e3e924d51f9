package dev.godwit.postgres.effect;

import static dev.godwit.postgres.effect.PostgresLock.ACCESS_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_ROW_EXCLUSIVE;
import static dev.godwit.postgres.effect.PostgresLock.SHARE_UPDATE_EXCLUSIVE;

import dev.godwit.core.catalog.Column;
import dev.godwit.core.catalog.Table;
import dev.godwit.core.catalog.Trigger;
import dev.godwit.core.effect.Breakage;
import dev.godwit.core.effect.Work;
import dev.godwit.sql.Constraint.Inheritance;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TableAction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Judges what {@code ALTER TABLE} does to a table as a whole. */
final class TableEffects {
    // The settings that may change while others read and write (reloptions.c; manual, Storage Parameters).
    private static final Set<String> GENTLE = Set.of(
            "FILLFACTOR",
            "TOAST_TUPLE_TARGET",
            "PARALLEL_WORKERS",
            "VACUUM_INDEX_CLEANUP",
            "VACUUM_TRUNCATE",
            "LOG_AUTOVACUUM_MIN_DURATION",
            "DEDUPLICATE_ITEMS",
            "N_DISTINCT",
            "N_DISTINCT_INHERITED");
    private static final int SEQUENCES_HAVE_PERSISTENCE = 15;

    private TableEffects() {}

    static void judge(Alteration alteration, TableAction action) {
        switch (action) {
            case TableAction.RenameTable rename -> rename(alteration, rename.to());
            case TableAction.SetSchema set -> setSchema(alteration);
            case TableAction.SetOwner set ->
                withSequences(alteration, alteration.schema().sequencesOf(alteration.table()));
            case TableAction.SetTablespace set -> setTablespace(alteration, set.tablespace());
            case TableAction.SetPersistence set -> setPersistence(alteration, set.persistence());
            case TableAction.SetAccessMethod set -> setAccessMethod(alteration, set.method());
            case TableAction.SetStorage set -> setStorage(alteration, set.options());
            case TableAction.ResetStorage reset -> setStorage(alteration, reset.options());
            case TableAction.ClusterOn cluster -> alteration.needs(SHARE_UPDATE_EXCLUSIVE);
            case TableAction.SetInheritance set -> setInheritance(alteration, set);
            case TableAction.SetType set -> alteration.needs(ACCESS_EXCLUSIVE);
            case TableAction.ReplicaIdentity set -> replicaIdentity(alteration, set.index());
            case TableAction.SwitchTrigger set -> switchTrigger(alteration, set);
            case TableAction.RowSecurity set -> alteration.needs(ACCESS_EXCLUSIVE);
            case TableAction.SetSequence set -> alteration.needs(SHARE_ROW_EXCLUSIVE);
            case TableAction.OtherAction other -> alteration.needs(ACCESS_EXCLUSIVE);
            case TableAction.SetOption other ->
                AlterEffects.unknownHere(alteration, other.option().name());
            case TableAction.ConvertCharset other -> AlterEffects.unknownHere(alteration, "CONVERT TO CHARACTER SET");
            case TableAction.Algorithm other -> AlterEffects.unknownHere(alteration, "ALGORITHM");
            case TableAction.Lock other -> AlterEffects.unknownHere(alteration, "LOCK");
            case TableAction.Force other -> AlterEffects.unknownHere(alteration, "FORCE");
            case TableAction.OrderBy other -> AlterEffects.unknownHere(alteration, "ORDER BY");
        }
    }

    private static void rename(Alteration alteration, QualifiedName to) {
        Schema schema = alteration.schema();
        List<Identifier> parts = new java.util.ArrayList<>(alteration.table().parts());
        parts.set(parts.size() - 1, to.last());
        QualifiedName renamed = new QualifiedName(parts);
        alteration.impact().refuseIf(schema.isKnown(renamed), "relation \"" + renamed + "\" is there already");
        alteration.needs(ACCESS_EXCLUSIVE);
        alteration.impact().breaks(Breakage.Kind.OBJECT_RENAMED, alteration.table(), "");
    }

    private static void setSchema(Alteration alteration) {
        withSequences(alteration, alteration.schema().sequencesOf(alteration.table()));
        alteration.impact().breaks(Breakage.Kind.OBJECT_RENAMED, alteration.table(), "");
    }

    private static void withSequences(Alteration alteration, List<QualifiedName> sequences) {
        alteration.needs(ACCESS_EXCLUSIVE);
        alteration.impact().lock(sequences, ACCESS_EXCLUSIVE);
    }

    private static void setTablespace(Alteration alteration, Identifier tablespace) {
        alteration.needs(ACCESS_EXCLUSIVE);
        String present = alteration
                .known()
                .map(table -> table.options().getOrDefault("TABLESPACE", "pg_default"))
                .orElse("");
        if (!present.equals(tablespace.name())) {
            alteration.impact().work(alteration.schema().withRows(List.of(alteration.table())), Work.REWRITE);
        }
    }

    private static void setPersistence(Alteration alteration, Persistence wanted) {
        alteration.needs(ACCESS_EXCLUSIVE);
        Schema schema = alteration.schema();
        QualifiedName table = alteration.table();
        boolean isSequence = schema.catalog().sequence(table).isPresent();
        if (isSequence) {
            alteration.scene().needs(SEQUENCES_HAVE_PERSISTENCE, "a sequence that is not logged");
            return;
        }
        if (alteration.isPartitioned()) {
            alteration.impact().refuseIf(alteration.scene().atLeast(18), "a partitioned table has no rows to log");
            return;
        }
        if (alteration.known().filter(known -> known.persistence() == wanted).isPresent()) {
            return;
        }
        if (wanted == Persistence.UNLOGGED) {
            refuseUnlogged(alteration);
        } else {
            schema.outgoing(table)
                    .map(schema::target)
                    .filter(target -> schema.table(target)
                            .filter(known -> known.persistence() == Persistence.UNLOGGED)
                            .isPresent())
                    .forEach(target ->
                            alteration.impact().refuse("it refers to \"" + target + "\", which is not logged"));
        }
        if (alteration.scene().atLeast(SEQUENCES_HAVE_PERSISTENCE)) {
            alteration.impact().lock(schema.sequencesOf(table), ACCESS_EXCLUSIVE);
        }
        alteration.impact().work(schema.withRows(List.of(table)), Work.REWRITE);
    }

    private static void refuseUnlogged(Alteration alteration) {
        Schema schema = alteration.schema();
        QualifiedName table = alteration.table();
        schema.incoming(table)
                .map(reference -> reference.from())
                .filter(from -> !from.name().equals(table) && from.persistence() != Persistence.UNLOGGED)
                .forEach(from -> alteration.impact().refuse("\"" + from.name() + "\" is logged and refers to it"));
        schema.catalog().publications().stream()
                .filter(publication -> publication.tables().stream()
                        .anyMatch(member -> schema.name(member.table()).equals(table)))
                .forEach(
                        publication -> alteration.impact().refuse("publication \"" + publication.name() + "\" has it"));
    }

    private static void setAccessMethod(Alteration alteration, Optional<Identifier> method) {
        alteration.scene().needs(15, "SET ACCESS METHOD");
        if (method.isEmpty()) {
            alteration.scene().needs(17, "SET ACCESS METHOD DEFAULT");
        }
        if (alteration.isPartitioned()) {
            alteration.scene().needs(17, "SET ACCESS METHOD of a partitioned table");
        }
        alteration.needs(ACCESS_EXCLUSIVE);
        String present = alteration
                .known()
                .map(table -> table.options().getOrDefault("USING", "heap"))
                .orElse("");
        if (!present.equals(method.map(Identifier::name).orElse("heap"))) {
            alteration.impact().work(alteration.schema().withRows(List.of(alteration.table())), Work.REWRITE);
        }
    }

    private static void setStorage(Alteration alteration, List<Option> options) {
        alteration.impact().refuseIf(alteration.isPartitioned(), "a partitioned table has no storage parameters");
        options.forEach(option -> alteration.needs(lockFor(option.name())));
    }

    /** Returns the lock for which a storage parameter asks. */
    static PostgresLock lockFor(String parameter) {
        String name = parameter.toUpperCase(Locale.ROOT).replaceFirst("^TOAST ?\\. ?", "");
        return GENTLE.contains(name) || name.startsWith("AUTOVACUUM_") || name.startsWith("VACUUM_")
                ? SHARE_UPDATE_EXCLUSIVE
                : ACCESS_EXCLUSIVE;
    }

    private static void setInheritance(Alteration alteration, TableAction.SetInheritance set) {
        alteration.needs(ACCESS_EXCLUSIVE);
        if (set.inheritance() == Inheritance.NO_INHERIT) {
            return;
        }
        Schema schema = alteration.schema();
        QualifiedName parent = schema.name(set.parent());
        alteration.impact().lock(parent, SHARE_UPDATE_EXCLUSIVE);
        alteration.impact().refuseIf(schema.isPartitioned(parent), "\"" + parent + "\" is partitioned");
        alteration.impact().refuseIf(alteration.isPartition(), "\"" + alteration.table() + "\" is a partition");
        schema.table(parent)
                .ifPresent(above -> alteration
                        .known()
                        .filter(below -> below.knowledge() == Table.Knowledge.WHOLE)
                        .ifPresent(below -> Inheriting.refuse(alteration.impact(), above, below)));
    }

    private static void replicaIdentity(Alteration alteration, Optional<Identifier> index) {
        alteration.needs(ACCESS_EXCLUSIVE);
        index.flatMap(name -> alteration.known().flatMap(table -> table.index(name)))
                .ifPresent(known -> {
                    alteration
                            .impact()
                            .refuseIf(
                                    !known.isUnique() || known.where().isPresent(),
                                    "the index is not unique, or partial");
                    boolean nullable = known.elements().stream()
                            .flatMap(element -> element.column().stream())
                            .anyMatch(column -> ColumnEffects.column(alteration, column)
                                    .filter(is -> is.nullability() == Column.Nullability.NULLABLE)
                                    .isPresent());
                    alteration.impact().refuseIf(nullable, "a column of the index may be NULL");
                });
    }

    private static void switchTrigger(Alteration alteration, TableAction.SwitchTrigger set) {
        if (set.kind().equals("RULE")) {
            alteration.needs(ACCESS_EXCLUSIVE);
            return;
        }
        // A row trigger of a partitioned table has a copy on each partition.
        boolean copied = alteration.known().stream()
                .flatMap(table -> table.triggers().stream())
                .map(Trigger::name)
                .anyMatch(name -> set.name().map(name::equals).orElse(true));
        if (copied) {
            alteration.needsPartitions(SHARE_ROW_EXCLUSIVE);
        } else {
            alteration.needs(SHARE_ROW_EXCLUSIVE);
        }
    }
}
