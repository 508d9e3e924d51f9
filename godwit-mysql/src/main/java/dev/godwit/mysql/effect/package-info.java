/** What MySQL and MariaDB do to a running system when they execute a statement. It is proved on real servers. */
@NullMarked
package dev.godwit.mysql.effect;

import org.jspecify.annotations.NullMarked;
