package dev.godwit.core.migration;

/**
 * What tells a migration from all others of its folder, as its tool records it: usually the version, for a repeatable one its
 * description.
 */
public record MigrationId(String value) {
    public MigrationId {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a migration id is never empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
