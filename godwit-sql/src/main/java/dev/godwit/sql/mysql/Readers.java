package dev.godwit.sql.mysql;

import dev.godwit.sql.internal.Cursor;

/** The readers of one cursor, each made once. */
final class Readers {
    private final CreateTableReader createTable;
    private final AlterTableReader alterTable;
    private final IndexReader indexes;
    private final SequenceReader sequences;

    Readers(Cursor cursor, Product product) {
        var in = new Input(cursor, product);
        var types = new TypeReader(in);
        var values = new ValueReader(in);
        var parts = new IndexPartReader(in);
        var keys = new KeyReader(in, parts);
        var columns = new ColumnReader(in, types, values, keys, parts);
        var options = new TableOptionReader(in, types, parts);
        var partitions = new PartitionReader(in, values, parts);
        var adds = new AddReader(in, columns, keys);
        this.createTable = new CreateTableReader(in, columns, keys, options, partitions);
        this.alterTable = new AlterTableReader(
                in,
                adds,
                new AlterColumnReader(in, columns, adds, keys, values),
                new AlterPartitionReader(in, partitions),
                options,
                types);
        this.indexes = new IndexReader(in, parts);
        this.sequences = new SequenceReader(in, types, values, options);
    }

    CreateTableReader createTable() {
        return createTable;
    }

    AlterTableReader alterTable() {
        return alterTable;
    }

    IndexReader indexes() {
        return indexes;
    }

    SequenceReader sequences() {
        return sequences;
    }
}
