package dev.godwit.sql.mysql;

import dev.godwit.sql.CreateTable;
import dev.godwit.sql.CreateTable.Element;
import dev.godwit.sql.CreateTable.Replacement;
import dev.godwit.sql.Expression;
import dev.godwit.sql.Option;
import dev.godwit.sql.PartitionScheme;
import dev.godwit.sql.Persistence;
import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;
import dev.godwit.sql.Statement.Guard;
import dev.godwit.sql.internal.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code CREATE TABLE}. */
final class CreateTableReader {
    private final Input in;
    private final Cursor cursor;
    private final ColumnReader columns;
    private final KeyReader keys;
    private final TableOptionReader options;
    private final PartitionReader partitions;

    CreateTableReader(
            Input in, ColumnReader columns, KeyReader keys, TableOptionReader options, PartitionReader partitions) {
        this.in = in;
        this.cursor = in.cursor();
        this.columns = columns;
        this.keys = keys;
        this.options = options;
        this.partitions = partitions;
    }

    /** Reads what follows the word TABLE. */
    Statement read(Replacement replace, Persistence persistence) {
        Guard guard = in.ifNotExists();
        QualifiedName name = in.name("a table");
        List<Element> elements = new ArrayList<>();
        boolean like = like(elements);
        List<Option> said = like ? List.of() : tableOptions();
        Optional<PartitionScheme> scheme = like ? Optional.empty() : partitions.scheme();
        List<String> queryOptions = new ArrayList<>(0);
        Optional<Expression> query = like ? Optional.empty() : query(queryOptions);
        in.expectEnd();
        return new CreateTable(
                cursor.span(),
                "TABLE",
                replace,
                persistence,
                guard,
                name,
                elements,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                scheme,
                said,
                query,
                queryOptions);
    }

    // Returns whether the table is like another one, so that nothing else can follow.
    private boolean like(List<Element> elements) {
        if (cursor.take("LIKE")) {
            elements.add(new Element.Like(in.name("a table"), List.of()));
            return true;
        }
        if (!cursor.isSymbol('(') || in.atQuery()) {
            return false;
        }
        cursor.advance();
        if (cursor.take("LIKE")) {
            elements.add(new Element.Like(in.name("a table"), List.of()));
            in.expectSymbol(')');
            return true;
        }
        do {
            elements.add(element());
        } while (cursor.takeSymbol(','));
        in.expectSymbol(')');
        return false;
    }

    private Element element() {
        if (in.mariadb() && in.sees("PERIOD", "FOR")) {
            return new Element.Other(period());
        }
        Optional<KeyReader.Found> found = keys.keyOrConstraint();
        if (found.isEmpty()) {
            return new Element.Column(columns.column());
        }
        if (found.get().guard() != Guard.NONE) {
            throw new Unreadable("IF NOT EXISTS at a key of a new table is not read");
        }
        return found.get().element();
    }

    /** Reads {@code PERIOD FOR name (start, end)}. */
    Expression period() {
        int mark = cursor.mark();
        in.expect("PERIOD", "FOR");
        in.identifier("a period");
        in.identifiersInParentheses("a column");
        int end = cursor.passed();
        cursor.seek(mark);
        return cursor.runs().before(end);
    }

    private List<Option> tableOptions() {
        List<Option> said = new ArrayList<>(2);
        Optional<Option> option = options.option();
        while (option.isPresent()) {
            said.add(option.get());
            boolean more = cursor.takeSymbol(',');
            option = options.option();
            if (more && option.isEmpty()) {
                throw in.expected("an option of the table");
            }
        }
        return said;
    }

    private Optional<Expression> query(List<String> queryOptions) {
        if (cursor.atEnd()) {
            return Optional.empty();
        }
        if (cursor.is("IGNORE") || cursor.is("REPLACE")) {
            queryOptions.add(cursor.upper());
            cursor.advance();
        }
        cursor.take("AS");
        if (!in.atQuery()) {
            throw in.expected("a query or the end");
        }
        return Optional.of(in.rest("a query"));
    }
}
