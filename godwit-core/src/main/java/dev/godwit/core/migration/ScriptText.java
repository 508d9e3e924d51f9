package dev.godwit.core.migration;

import dev.godwit.sql.Dialect;
import dev.godwit.sql.SourceSpan;
import dev.godwit.sql.SqlSource;
import dev.godwit.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** SQL to run: those blocks of {@code source} that belong to one direction of one migration, in order. */
public record ScriptText(SqlSource source, List<Block> blocks) {
    public ScriptText {
        blocks = List.copyOf(blocks);
    }

    /** A part of the source and how it is to be read. */
    public record Block(SourceSpan span, Reading reading) {}

    /** How a block becomes statements. */
    public enum Reading {
        /** Cut at the terminators. */
        SPLIT,
        /** One statement as it stands. */
        SINGLE
    }

    /** Takes the whole source, to be split. */
    public static ScriptText whole(SqlSource source) {
        return part(source, source.whole());
    }

    /** Takes one part of the source, to be split. */
    public static ScriptText part(SqlSource source, SourceSpan span) {
        return new ScriptText(source, List.of(new Block(span, Reading.SPLIT)));
    }

    /** Reads the statements of all blocks. */
    public List<Statement> statements(Dialect dialect) {
        if (blocks.size() == 1 && blocks.getFirst().reading() == Reading.SPLIT) {
            return dialect.split(source, blocks.getFirst().span()).statements();
        }
        List<Statement> statements = new ArrayList<>();
        for (Block block : blocks) {
            switch (block.reading()) {
                case SPLIT ->
                    statements.addAll(dialect.split(source, block.span()).statements());
                case SINGLE -> statements.add(dialect.statement(source, block.span()));
            }
        }
        return statements;
    }
}
