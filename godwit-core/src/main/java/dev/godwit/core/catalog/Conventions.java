package dev.godwit.core.catalog;

import dev.godwit.sql.ConstraintRule;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.TypeName;
import java.util.List;
import java.util.Optional;

/** What a {@link Catalog} must know of the product whose schema it holds. */
public interface Conventions {
    /** Returns the name as the catalog keeps it: without the schema or database where it is the one that is meant anyway, and in one case where the product ignores case. */
    QualifiedName resolve(QualifiedName name);

    /** Returns the name that the product gives to a constraint without one, where that can be known. */
    Optional<Identifier> constraintName(QualifiedName table, ConstraintRule rule, List<Identifier> taken);

    /** Returns the name that the product gives to an index without one. */
    Optional<Identifier> indexName(QualifiedName table, List<Identifier> columns, List<Identifier> taken);

    /** Tells whether an index belongs to its table, so that its name is unique there only. */
    IndexScope indexScope();

    /** Tells whether a foreign key makes an index on its columns where there is none. */
    ForeignKeyIndex foreignKeyIndex();

    /** Tells whether a column of that type is NOT NULL with a default of its own, as serial is. */
    boolean isSerial(TypeName type);

    /** Where the name of an index is unique. */
    enum IndexScope {
        TABLE,
        SCHEMA
    }

    /** What a foreign key does about an index. */
    enum ForeignKeyIndex {
        NONE,
        MADE
    }
}
