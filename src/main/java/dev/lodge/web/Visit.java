package dev.lodge.web;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What a page takes over from the request it answers.
 *
 * @param address path and query to come back to, beginning with one slash
 */
record Visit(Supplier<@Nullable CsrfToken> csrf, String address) {}
