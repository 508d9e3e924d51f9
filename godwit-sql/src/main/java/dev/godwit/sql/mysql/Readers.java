package dev.godwit.sql.mysql;

import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.Statement;
import java.util.function.Function;

/** The readers of one cursor, each made once. */
final class Readers {
    private final HeadReader heads;
    private final CreateTableReader createTable;
    private final AlterTableReader alterTable;
    private final IndexReader indexes;
    private final SequenceReader sequences;
    private final ViewReader views;
    private final RoutineReader routines;
    private final TriggerReader triggers;
    private final DropReader drops;
    private final AccountReader accounts;
    private final PrivilegeReader privileges;
    private final ObjectReader objects;
    private final SessionReader session;
    private final MaintenanceReader maintenance;
    private final DmlReader rows;
    private final BlockReader blocks;

    /** Makes the readers; {@code statements} reads the statements within another one. */
    Readers(Input in, Function<SourceSpan, Statement> statements) {
        var types = new TypeReader(in);
        var values = new ValueReader(in);
        var parts = new IndexPartReader(in);
        var keys = new KeyReader(in, parts);
        var columns = new ColumnReader(in, types, values, keys, parts);
        var options = new TableOptionReader(in, types, parts);
        var partitions = new PartitionReader(in, values, parts);
        var adds = new AddReader(in, columns, keys);
        var users = new UserReader(in);
        this.heads = new HeadReader(in, users);
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
        this.views = new ViewReader(in);
        this.routines = new RoutineReader(in, types);
        this.triggers = new TriggerReader(in);
        this.drops = new DropReader(in, users);
        this.accounts = new AccountReader(in, users);
        this.privileges = new PrivilegeReader(in, users);
        this.objects = new ObjectReader(in, types);
        this.session = new SessionReader(in);
        this.maintenance = new MaintenanceReader(in);
        this.rows = new DmlReader(in);
        this.blocks = new BlockReader(in, statements);
    }

    HeadReader heads() {
        return heads;
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

    ViewReader views() {
        return views;
    }

    RoutineReader routines() {
        return routines;
    }

    TriggerReader triggers() {
        return triggers;
    }

    DropReader drops() {
        return drops;
    }

    AccountReader accounts() {
        return accounts;
    }

    PrivilegeReader privileges() {
        return privileges;
    }

    ObjectReader objects() {
        return objects;
    }

    SessionReader session() {
        return session;
    }

    MaintenanceReader maintenance() {
        return maintenance;
    }

    DmlReader rows() {
        return rows;
    }

    BlockReader blocks() {
        return blocks;
    }
}
