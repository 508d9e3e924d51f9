/** What a statement does to a running system. An {@link dev.godwit.core.effect.EffectModel} answers for one product. */
@NullMarked
package dev.godwit.core.effect;

import org.jspecify.annotations.NullMarked;
