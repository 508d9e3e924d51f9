package dev.godwit.mysql.lint;

import dev.godwit.core.catalog.Table;
import dev.godwit.core.lint.StatementContext;
import dev.godwit.sql.AlterAction;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.ColumnAction.AddColumn;
import dev.godwit.sql.ColumnAction.ChangeColumn;
import dev.godwit.sql.ColumnAction.ModifyColumn;
import dev.godwit.sql.ColumnDefinition;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.TypeName;
import java.util.Locale;
import java.util.stream.Stream;

/** A column that a statement defines, and its table. */
record WrittenColumn(QualifiedName table, ColumnDefinition definition) {
    /** Returns the columns of a new table and those that are added, modified or changed. */
    static Stream<WrittenColumn> in(StatementContext context) {
        return switch (context.statement()) {
            case CreateTable create ->
                create.persistence() == Persistence.TEMPORARY
                        ? Stream.empty()
                        : create.columns().map(column -> new WrittenColumn(create.name(), column));
            case AlterTable alter -> alter.actions().stream().flatMap(action -> of(alter.table(), action));
            case Statement other -> Stream.empty();
        };
    }

    private static Stream<WrittenColumn> of(QualifiedName table, AlterAction action) {
        return switch (action) {
            case AddColumn add -> Stream.of(new WrittenColumn(table, add.definition()));
            case ModifyColumn modify -> Stream.of(new WrittenColumn(table, modify.definition()));
            case ChangeColumn change -> Stream.of(new WrittenColumn(table, change.definition()));
            case AlterAction other -> Stream.empty();
        };
    }

    /** Returns its type's name in upper case. */
    static String word(ColumnDefinition definition) {
        return definition.type().map(TypeName::base).orElse("").toUpperCase(Locale.ROOT);
    }

    /** Returns a text without the quotes around it. */
    static String bare(String text) {
        String stripped = text.strip();
        boolean quoted = stripped.length() > 1
                && "'\"`".indexOf(stripped.charAt(0)) >= 0
                && stripped.charAt(0) == stripped.charAt(stripped.length() - 1);
        return quoted ? stripped.substring(1, stripped.length() - 1) : stripped;
    }

    /** Tells whether the column is part of the table's primary key, and so never NULL. */
    static boolean isInPrimaryKey(Table table, dev.godwit.sql.Identifier column) {
        return table.rules(dev.godwit.sql.ConstraintRule.PrimaryKey.class)
                .flatMap(key -> key.key().columns().stream())
                .anyMatch(own -> own.name().equalsIgnoreCase(column.name()));
    }
}
