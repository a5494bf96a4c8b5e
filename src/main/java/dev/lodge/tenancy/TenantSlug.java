package dev.lodge.tenancy;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The short name of a tenant: 2 to 40 of a-z, 0-9 and inner hyphens, none of the reserved words.
 *
 * @throws IllegalArgumentException with a sentence that says what is wrong
 */
public record TenantSlug(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])");

    /** Names that would shadow an address of the platform or mislead people. */
    private static final Set<String> RESERVED = Set.of(
            "admin",
            "api",
            "app",
            "assets",
            "auth",
            "billing",
            "cdn",
            "console",
            "docs",
            "help",
            "healthz",
            "internal",
            "localhost",
            "lodge",
            "mail",
            "metrics",
            "mx",
            "ns",
            "operator",
            "operators",
            "pg",
            "platform",
            "postgres",
            "public",
            "readyz",
            "root",
            "security",
            "smtp",
            "static",
            "status",
            "support",
            "system",
            "tenant",
            "tenants",
            "test",
            "www");

    public TenantSlug {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "A slug has 2 to 40 of a-z, 0-9 and inner hyphens; '%s' does not.".formatted(shown(value)));
        }
        if (RESERVED.contains(value)) {
            throw new IllegalArgumentException("The slug '%s' is reserved.".formatted(value));
        }
    }

    public static TenantSlug of(String value) {
        return new TenantSlug(value);
    }

    /** As an unquoted SQL name may hold it: hyphens become underscores. */
    String asSqlName() {
        return value.replace('-', '_').toLowerCase(Locale.ROOT);
    }

    private static String shown(String value) {
        String plain = value.replaceAll("\\p{Cntrl}", "?");
        return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
    }

    @Override
    public String toString() {
        return value;
    }
}
