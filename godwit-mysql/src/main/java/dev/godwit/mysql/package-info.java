/** All that Godwit knows of MySQL and MariaDB, which differ in what survives a crash half done and in what tells who waits. */
@NullMarked
package dev.godwit.mysql;

import org.jspecify.annotations.NullMarked;
