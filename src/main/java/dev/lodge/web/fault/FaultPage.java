package dev.lodge.web.fault;

import dev.lodge.problem.Message;
import org.jspecify.annotations.Nullable;

/** What an error page shows. */
public record FaultPage(
        int status, Message title, Message detail, @Nullable String reference, boolean paused) {}
