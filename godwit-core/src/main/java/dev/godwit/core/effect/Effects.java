package dev.godwit.core.effect;

/**
 * What a statement does to a running system.
 *
 * @param transactionality how it stands to transactions
 * @param lock the strongest lock on an existing table that it asks for; where it cannot be judged, the strongest of all
 */
public record Effects(Transactionality transactionality, LockMode lock) {}
