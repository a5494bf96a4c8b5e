package dev.lodge.problem;

import java.time.Duration;
import java.util.Map;

/** Too many requests or attempts; to be tried again after the time given. */
public class TooMany extends Problem {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    /** @param retryAfter how long to wait; answered in whole seconds, at least one */
    public TooMany(Duration retryAfter) {
        super(429, Message.of("web.problem.too_many"), Map.of());
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
