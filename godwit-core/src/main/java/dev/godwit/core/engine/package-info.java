/** The interface that a product module implements, and {@link dev.godwit.core.engine.Godwit}, the one entry point of all front ends. */
@NullMarked
package dev.godwit.core.engine;

import org.jspecify.annotations.NullMarked;
