package dev.lodge.portal.requests;

import dev.lodge.idempotency.OnceOnly;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a customer writes on.
 *
 * @param attachments ids of files that were brought for it before
 * @param key made for this form alone, so that sending it twice writes once
 */
public record ReplyForm(
        @Nullable String body,
        @Nullable List<Long> attachments,
        @Nullable String key) {

    static ReplyForm empty() {
        return new ReplyForm("", null, null);
    }

    public String text() {
        return Objects.requireNonNullElse(body, "");
    }

    /** For sending it once. */
    public String sentOnce() {
        return Objects.requireNonNullElseGet(key, OnceOnly::newKey);
    }
}
