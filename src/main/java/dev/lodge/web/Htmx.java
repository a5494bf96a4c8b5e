package dev.lodge.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * What htmx says about a request in its headers.
 *
 * @param target id of the element to be swapped, or empty
 */
record Htmx(boolean request, boolean boosted, boolean historyRestore, String target) {

    static Htmx of(HttpServletRequest request) {
        var target = request.getHeader("HX-Target");
        return new Htmx(
                "true".equals(request.getHeader("HX-Request")),
                "true".equals(request.getHeader("HX-Boosted")),
                "true".equals(request.getHeader("HX-History-Restore-Request")),
                target == null ? "" : target);
    }

    boolean wantsPart() {
        return request && !boosted && !historyRestore;
    }
}
