/**
 * The SQL of MySQL and MariaDB as their clients and servers read it: delimiters, executable comments, stored programs,
 * and the outline of statements.
 */
@NullMarked
package dev.godwit.sql.mysql;

import org.jspecify.annotations.NullMarked;
