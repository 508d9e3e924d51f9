/** Judges statements, files and folders by rules, and says what is dangerous, why, and what to do instead. */
@NullMarked
package dev.godwit.core.lint;

import org.jspecify.annotations.NullMarked;
