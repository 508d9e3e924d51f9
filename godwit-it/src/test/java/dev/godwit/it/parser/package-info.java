/** Godwit's parsers against judges that others wrote: the grammars of the products and the products themselves. */
@NullMarked
package dev.godwit.it.parser;

import org.jspecify.annotations.NullMarked;
