package dev.lodge.customers;

import org.jspecify.annotations.Nullable;

/**
 * How somebody is entered who turns out to be new.
 *
 * @param name as they call themselves; without one they are named after their address
 * @param language a tag of BCP 47, or null
 * @param joinsOrganization whether they belong to the organisation that has the domain of their address
 */
public record Newcomer(@Nullable String name, @Nullable String language, boolean joinsOrganization) {

    static final Newcomer NAMELESS = new Newcomer(null, null, false);
}
