package dev.godwit.core.lint.rule;

import dev.godwit.core.lint.StatementContext;

/** Tells which product a statement is for, where advice is written in other words for one. */
final class Products {
    private Products() {}

    /** Tells whether it is MySQL or MariaDB, which commit at each change of the schema and know no NOT VALID. */
    static boolean isMysqlFamily(StatementContext statement) {
        String product = statement.version().product();
        return product.equals("mysql") || product.equals("mariadb");
    }
}
