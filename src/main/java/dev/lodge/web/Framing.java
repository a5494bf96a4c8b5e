package dev.lodge.web;

import jakarta.servlet.http.HttpServletRequest;

/** Whether the answer to a request may stand in a frame. None may, unless its handler says so, and then only in pages of the same host. */
public final class Framing {

    private static final String ALLOWED = Framing.class.getName() + ".allowed";

    private Framing() {}

    public static void allow(HttpServletRequest request) {
        request.setAttribute(ALLOWED, true);
    }

    public static boolean isAllowed(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(ALLOWED));
    }
}
