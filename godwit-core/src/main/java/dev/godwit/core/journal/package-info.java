/** Step states of a migration that is not one transaction, so that a crash at any instant can be resumed. */
@NullMarked
package dev.godwit.core.journal;

import org.jspecify.annotations.NullMarked;
