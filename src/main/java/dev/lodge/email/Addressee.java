package dev.lodge.email;

import dev.lodge.accounts.EmailAddress;
import java.util.Locale;

/**
 * Whom a mail is for.
 *
 * @param name as the person is called, or empty; whatever it holds, it never becomes a header of its own
 * @param language which the mail is written in if there is a template for it, else in English
 */
public record Addressee(EmailAddress address, String name, Locale language) {

    public static Addressee of(EmailAddress address, String name) {
        return new Addressee(address, name, Locale.ENGLISH);
    }

    /** The name, or the address of somebody without one. */
    String called() {
        return name.isBlank() ? address.value() : name;
    }
}
