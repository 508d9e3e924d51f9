package dev.godwit.sql.mysql;

import dev.godwit.sql.AlterDomain;
import dev.godwit.sql.AlterObject;
import dev.godwit.sql.AlterTable;
import dev.godwit.sql.AlterType;
import dev.godwit.sql.Behavior;
import dev.godwit.sql.CommentOn;
import dev.godwit.sql.CreateDomain;
import dev.godwit.sql.CreatePolicy;
import dev.godwit.sql.CreateRoutine;
import dev.godwit.sql.CreateSequence;
import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.CreateTrigger;
import dev.godwit.sql.CreateType;
import dev.godwit.sql.CreateView;
import dev.godwit.sql.Definition;
import dev.godwit.sql.DropObject;
import dev.godwit.sql.Identifier;
import dev.godwit.sql.Option;
import dev.godwit.sql.OtherDefinition;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.Privileges;
import dev.godwit.sql.PublicationTables;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.RenameTables;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.CreateIndex;
import dev.godwit.sql.Statement.DropIndex;
import dev.godwit.sql.Truncate;
import java.util.List;

/** Writes statements as SQL; what the tree holds in outline only is copied from the source. */
final class MysqlPrinter {
    private final SqlSource source;
    private final SqlWriter out;
    private final TablePrinter tables;
    private final ActionPrinter actions;

    MysqlPrinter(SqlSource source, ExpressionText expressions) {
        this.source = source;
        this.out = new SqlWriter(expressions);
        this.tables = new TablePrinter(out);
        this.actions = new ActionPrinter(out, tables);
    }

    String print(Statement statement) {
        return switch (statement) {
            case CreateIndex index -> index(index);
            case DropIndex index -> drop(index);
            case Definition definition -> definition(definition);
            case Statement.TransactionControl other -> copy(other);
            case Statement.SessionSetting other -> copy(other);
            case Statement.Reindex other -> copy(other);
            case Statement.AddEnumValue other -> copy(other);
            case Statement.CopyFromStdin other -> copy(other);
            case Statement.CodeBlock other -> copy(other);
            case Statement.Dml other -> copy(other);
            case Statement.Maintenance other -> copy(other);
            case Statement.Unparsed other -> copy(other);
        };
    }

    private String copy(Statement statement) {
        return source.text(statement.span());
    }

    private String definition(Definition definition) {
        switch (definition) {
            case CreateTable table -> tables.create(table);
            case AlterTable alter -> actions.alter(alter);
            case CreateView view -> view(view);
            case CreateSequence sequence -> sequence(sequence);
            case DropObject drop -> drop(drop);
            case RenameTables rename -> rename(rename);
            case Truncate truncate -> truncate(truncate);
            case CreateRoutine other -> out.words(copy(other));
            case CreateTrigger other -> out.words(copy(other));
            case Privileges other -> out.words(copy(other));
            case OtherDefinition other -> out.words(copy(other));
            case CreateType other -> out.words(copy(other));
            case AlterType other -> out.words(copy(other));
            case CreateDomain other -> out.words(copy(other));
            case AlterDomain other -> out.words(copy(other));
            case CreatePolicy other -> out.words(copy(other));
            case AlterObject other -> out.words(copy(other));
            case CommentOn other -> out.words(copy(other));
            case PublicationTables other -> out.words(copy(other));
        }
        return out.toString();
    }

    private String index(CreateIndex index) {
        out.words("CREATE");
        index.options().stream().filter(MysqlPrinter::isReplacement).forEach(out::option);
        out.words(index.kind().equals("INDEX") ? "INDEX" : index.kind() + " INDEX")
                .guard(index.guard());
        index.name().ifPresent(out::name);
        index.method().ifPresent(method -> out.words("USING").words(method.name()));
        out.words("ON").name(index.table());
        tables.elements(index.elements());
        index.options().stream().filter(MysqlPrinter::isWaiting).forEach(out::clause);
        index.options().stream()
                .filter(option -> !isReplacement(option) && !isWaiting(option))
                .forEach(tables::indexOption);
        return out.toString();
    }

    private static boolean isReplacement(Option option) {
        return option.name().equals("OR REPLACE");
    }

    private static boolean isWaiting(Option option) {
        return option.name().equals("WAIT") || option.name().equals("NOWAIT");
    }

    private String drop(DropIndex index) {
        List<Identifier> parts = index.names().getFirst().parts();
        if (parts.size() < 2) {
            throw new IllegalArgumentException("MySQL and MariaDB drop an index of a table");
        }
        out.words("DROP INDEX").guard(index.guard()).name(parts.getLast()).words("ON");
        out.name(new QualifiedName(parts.subList(0, parts.size() - 1)));
        index.options().forEach(option -> {
            if (isWaiting(option)) {
                out.clause(option);
            } else {
                out.option(option);
            }
        });
        return out.toString();
    }

    private void view(CreateView view) {
        out.words(view.verb()).wordsIf(view.replace() == Replacement.OR_REPLACE, "OR REPLACE");
        view.modifiers().forEach(this::modifier);
        out.words(view.kind()).guard(view.guard()).name(view.name());
        if (!view.columns().isEmpty()) {
            out.identifiersInParentheses(view.columns());
        }
        out.words("AS").expression(view.query());
        view.tail().stream().filter(word -> word.startsWith("WITH")).forEach(out::words);
    }

    private void modifier(Option modifier) {
        if (modifier.name().equals("SQL SECURITY")) {
            out.clause(modifier);
        } else {
            out.option(modifier);
        }
    }

    private void sequence(CreateSequence sequence) {
        out.words("CREATE")
                .wordsIf(sequence.replace() == Replacement.OR_REPLACE, "OR REPLACE")
                .wordsIf(sequence.persistence() == Persistence.TEMPORARY, "TEMPORARY")
                .words("SEQUENCE")
                .guard(sequence.guard())
                .name(sequence.name());
        actions.sequence(sequence.options());
    }

    private void drop(DropObject drop) {
        out.words("DROP")
                .wordsIf(drop.persistence() == Persistence.TEMPORARY, "TEMPORARY")
                .words(drop.kind())
                .guard(drop.guard())
                .names(drop.objects())
                .wordsIf(drop.behavior() != Behavior.UNSAID, drop.behavior().name());
        drop.rest().ifPresent(out::expression);
    }

    private void rename(RenameTables rename) {
        out.words("RENAME TABLE").guard(rename.guard());
        boolean first = true;
        for (RenameTables.Renaming renaming : rename.renamings()) {
            out.mark(first ? "" : ",").name(renaming.from());
            if (first) {
                rename.modifiers().forEach(out::words);
            }
            out.words("TO").name(renaming.to());
            first = false;
        }
    }

    private void truncate(Truncate truncate) {
        out.words("TRUNCATE TABLE").names(truncate.tables());
        truncate.options().forEach(out::words);
    }
}
