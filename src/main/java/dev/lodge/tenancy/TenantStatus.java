package dev.lodge.tenancy;

import java.util.Locale;

/** Whether a tenant is served. */
public enum TenantStatus {
    ACTIVE,
    /** Pages and API answer 503 with a notice; nothing is lost. */
    SUSPENDED;

    /** As it is stored and shown in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static TenantStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
