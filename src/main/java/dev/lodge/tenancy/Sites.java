package dev.lodge.tenancy;

import jakarta.servlet.http.HttpServletRequest;

/** Which kind of host a request came to. */
public final class Sites {

    static final String PLATFORM = Sites.class.getName() + ".platform";

    private Sites() {}

    /** Whether the request came to the platform's own host, where operators work and no tenant is bound. */
    public static boolean isPlatform(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(PLATFORM));
    }
}
