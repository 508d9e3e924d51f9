package dev.godwit.core.engine;

/** Whether to act or only to tell. */
public enum RunMode {
    RUN,
    DRY_RUN
}
