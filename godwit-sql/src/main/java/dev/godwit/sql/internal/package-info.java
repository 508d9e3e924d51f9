/**
 * What the dialects share: bytes, tokens, and a cursor that reads a statement's outline. Public only because the
 * dialects live in packages of their own; not API.
 */
@NullMarked
package dev.godwit.sql.internal;

import org.jspecify.annotations.NullMarked;
