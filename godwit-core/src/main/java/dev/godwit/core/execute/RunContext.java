package dev.godwit.core.execute;

import dev.godwit.core.db.Connector;
import dev.godwit.core.journal.Journal;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** What all runs of one command share. */
public record RunContext(
        ExecutionParts parts,
        WorkSession work,
        Connector connector,
        Journal journal,
        LockPolicy policy,
        StopSignal stop,
        EventListener listener,
        Clock clock,
        RandomGenerator random) {}
