/** The rules that hold for every product, one class each; those for one product are in its module. */
@NullMarked
package dev.godwit.core.lint.rule;

import org.jspecify.annotations.NullMarked;
