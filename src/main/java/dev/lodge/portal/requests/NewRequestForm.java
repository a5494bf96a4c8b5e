package dev.lodge.portal.requests;

import org.jspecify.annotations.Nullable;

/**
 * A new request as it was written.
 *
 * @param email asked for of people who are not signed in
 * @param name as they call themselves, likewise
 * @param article id of the one they came from, or null
 */
public record NewRequestForm(
        @Nullable String email,
        @Nullable String name,
        @Nullable String subject,
        @Nullable String description,
        @Nullable Long article) {

    /** What a field holds. */
    public static String text(@Nullable String field) {
        return field == null ? "" : field;
    }
}
