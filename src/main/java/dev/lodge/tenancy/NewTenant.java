package dev.lodge.tenancy;

import java.util.List;

/**
 * What a tenant is created from.
 *
 * @param name 1 to 120 characters
 * @param domains the hosts it is reached at, the first being the primary one; empty for the default, its slug below the base domain
 * @param locales in which languages and zone it begins
 * @throws IllegalArgumentException with a sentence that says what is wrong
 */
public record NewTenant(TenantSlug slug, String name, List<HostName> domains, Locales locales) {

    public NewTenant {
        name = name.strip();
        requireName(name);
        domains = List.copyOf(domains);
    }

    /** One that speaks English, by the clock of UTC. */
    public NewTenant(TenantSlug slug, String name, List<HostName> domains) {
        this(slug, name, domains, Locales.DEFAULT);
    }

    static void requireName(String name) {
        if (name.isBlank() || name.length() > 120 || name.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("A tenant's name has 1 to 120 characters.");
        }
    }
}
