/** The rules that are for more than one product, one class each. Rules of one product stand in its module. */
@NullMarked
package dev.godwit.core.lint.rule;

import org.jspecify.annotations.NullMarked;
