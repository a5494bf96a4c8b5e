package dev.lodge.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Requests that a page sends by itself, with the header {@code X-Unasked}: they say nothing about whether anybody is there, and their
 * answer never leads the reader away.
 */
public final class Unasked {

    private static final String HEADER = "X-Unasked";

    private Unasked() {}

    public static boolean is(HttpServletRequest request) {
        return request.getHeader(HEADER) != null;
    }
}
