package dev.lodge.platform.console;

import dev.lodge.problem.FieldErrors;

/** The form for a new tenant. @param platform the platform's own address */
public record NewTenantPage(NewTenantForm form, FieldErrors errors, String platform) {

    /** The platform's host, below which default domains lie. */
    public String baseDomain() {
        return platform.replaceFirst("^https?://", "").replaceFirst(":\\d+$", "");
    }
}
