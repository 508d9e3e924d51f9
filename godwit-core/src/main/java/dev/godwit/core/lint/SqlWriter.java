package dev.godwit.core.lint;

import dev.godwit.sql.QualifiedName;
import dev.godwit.sql.Statement;

/** Writes SQL of one product. */
public interface SqlWriter {
    /** Writes a name, quoted where it must be. */
    String name(QualifiedName name);

    /** Writes a statement that was made, not read, with its terminator. */
    String statement(Statement made);
}
