package dev.godwit.core.plan;

/** Knows for one product how statements that are run as written are taken back. */
@FunctionalInterface
public interface WaysBack {
    /** Returns how the statement is taken back; by what the catalog knows of the time before it. */
    WayBack of(PlanContext context);
}
