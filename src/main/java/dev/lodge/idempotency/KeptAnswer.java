package dev.lodge.idempotency;

import org.jspecify.annotations.Nullable;

/** An answer as it was first given. */
record KeptAnswer(int status, @Nullable String location, byte[] body) {}
