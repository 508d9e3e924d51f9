/** Tests of the SQL front end, over tables of cases and over generated text. */
@NullMarked
package dev.godwit.sql;

import org.jspecify.annotations.NullMarked;
