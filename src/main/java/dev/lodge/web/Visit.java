package dev.lodge.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What a page takes over from the request it answers.
 *
 * @param address path and query to come back to, beginning with one slash
 * @param draft a brand that is tried on the page, or null
 */
record Visit(
        Supplier<@Nullable CsrfToken> csrf,
        String address,
        @Nullable Draft draft) {}
