package dev.lodge.platform;

import org.jspecify.annotations.Nullable;

/**
 * The person a new tenant begins with.
 *
 * @param name as shown to others; what stands before the @ of the address if it is empty
 * @param password null to invite the person by a link instead
 */
public record FirstOwner(
        String email, String name, @Nullable String password) {

    public FirstOwner {
        name = name.isBlank() ? email.replaceFirst("@.*$", "") : name.strip();
    }

    public static FirstOwner invited(String email) {
        return new FirstOwner(email, "", null);
    }
}
