package dev.godwit.sql.postgres;

import java.util.function.BooleanSupplier;

/** Where a run of tokens stops that has no end of its own. An enum, since lambdas cost a cold start a class each. */
enum Stop implements BooleanSupplier {
    NEVER,
    AT_ONCE;

    @Override
    public boolean getAsBoolean() {
        return this == AT_ONCE;
    }
}
