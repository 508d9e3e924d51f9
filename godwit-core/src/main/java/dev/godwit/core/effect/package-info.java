/**
 * What a statement does to a running system: locks, work, losses, and what an application can rely on no longer. An
 * {@link dev.godwit.core.effect.EffectModel} answers for one product.
 */
@NullMarked
package dev.godwit.core.effect;

import org.jspecify.annotations.NullMarked;
