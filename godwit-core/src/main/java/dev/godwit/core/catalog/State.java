package dev.godwit.core.catalog;

import dev.godwit.sql.QualifiedName;
import java.util.Map;

/**
 * Everything that is known, by full name.
 *
 * @param indexOwners the table or materialized view of each index, where the name of an index is unique in its schema
 * @param constraints how many constraints have a name in a schema
 * @param mentioning the tables that refer to a table by a foreign key or as its partitions and children
 * @param young what the migration that is being judged made
 * @param settings of the session
 * @param local those of the transaction
 */
record State(
        NameMap<Table> tables,
        NameMap<View> views,
        NameMap<UserType> types,
        NameMap<Sequence> sequences,
        NameMap<Routine> routines,
        NameMap<Publication> publications,
        NameMap<QualifiedName> indexOwners,
        NameMap<Integer> constraints,
        NameMap<NameMap<QualifiedName>> mentioning,
        NameMap<QualifiedName> young,
        Map<String, String> settings,
        Map<String, String> local,
        Catalog.Extent extent) {
    static State empty(Catalog.Extent extent) {
        return new State(
                NameMap.empty(),
                NameMap.empty(),
                NameMap.empty(),
                NameMap.empty(),
                NameMap.empty(),
                NameMap.empty(),
                NameMap.empty(),
                NameMap.empty(),
                NameMap.empty(),
                NameMap.empty(),
                Map.of(),
                Map.of(),
                extent);
    }

    /** Tells whether a table, view, type, sequence or index has that full name. */
    boolean knows(QualifiedName name) {
        return tables.has(name) || views.has(name) || types.has(name) || sequences.has(name) || indexOwners.has(name);
    }

    State with(Catalog.Extent changed) {
        return new State(
                tables,
                views,
                types,
                sequences,
                routines,
                publications,
                indexOwners,
                constraints,
                mentioning,
                young,
                settings,
                local,
                changed);
    }
}
