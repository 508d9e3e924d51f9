/** The rules that are for MySQL and MariaDB alone. */
@NullMarked
package dev.godwit.mysql.lint;

import org.jspecify.annotations.NullMarked;
