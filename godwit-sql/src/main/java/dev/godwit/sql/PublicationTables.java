package dev.godwit.sql;

import java.util.List;
import java.util.Optional;

/**
 * {@code CREATE PUBLICATION} and {@code ALTER PUBLICATION} with the tables that they name.
 *
 * @param verb CREATE or ALTER
 * @param action CREATE, ADD, DROP or SET
 * @param scope {@code ALL TABLES}, {@code ALL SEQUENCES}, {@code TABLES IN SCHEMA}, in upper case; empty where tables are listed
 * @param tables the listed tables
 * @param schemas those of {@code TABLES IN SCHEMA}
 * @param rest options and all else
 */
public record PublicationTables(
        SourceSpan span,
        String verb,
        QualifiedName name,
        String action,
        Optional<String> scope,
        List<Member> tables,
        List<Identifier> schemas,
        Optional<Expression> rest)
        implements Definition {
    public PublicationTables {
        tables = List.copyOf(tables);
        schemas = List.copyOf(schemas);
    }

    /** A table with its column list and row filter. */
    public record Member(
            QualifiedName table, AlterTable.Scope scope, List<Identifier> columns, Optional<Expression> where) {
        public Member {
            columns = List.copyOf(columns);
        }
    }

    @Override
    public String kind() {
        return "PUBLICATION";
    }

    @Override
    public List<QualifiedName> names() {
        return List.of(name);
    }
}
