package dev.lodge.platform;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a tenant.
 *
 * @param operator who did it; null when it came from the command line
 * @param data the particulars, such as {@code reason} or {@code host}
 */
public record OperatorEvent(Instant at, @Nullable String operator, String type, Map<String, String> data) {}
