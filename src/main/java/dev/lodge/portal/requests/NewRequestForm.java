package dev.lodge.portal.requests;

import dev.lodge.idempotency.OnceOnly;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A new request as it was written.
 *
 * @param email asked for of people who are not signed in
 * @param name as they call themselves, likewise
 * @param article id of the one they came from, or null
 * @param attachments ids of files that were brought for it before, by who is signed in
 * @param key made for this form alone, so that sending it twice asks once
 */
public record NewRequestForm(
        @Nullable String email,
        @Nullable String name,
        @Nullable String subject,
        @Nullable String description,
        @Nullable Long article,
        @Nullable List<Long> attachments,
        @Nullable String key) {

    static final String ADDRESS = "/requests/new";

    static NewRequestForm empty(@Nullable Long article) {
        return new NewRequestForm(null, null, null, null, article, null, null);
    }

    /** Where to sign in first. It leads back here, and to the article that somebody came from. */
    public String signIn() {
        String here = article == null ? ADDRESS : ADDRESS + "?article=" + article;
        return "/portal/signin?next=" + UriUtils.encodeQueryParam(here, StandardCharsets.UTF_8);
    }

    /** What a field holds. */
    public static String text(@Nullable String field) {
        return field == null ? "" : field;
    }

    /** For sending it once. */
    public String sentOnce() {
        return Objects.requireNonNullElseGet(key, OnceOnly::newKey);
    }

    /** What makes two sendings the same. */
    String content(String files) {
        return String.join(
                "\n", text(email), text(name), text(subject), String.valueOf(article), files, text(description));
    }
}
