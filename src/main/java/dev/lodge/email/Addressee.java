package dev.lodge.email;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.tenancy.Tenants;
import java.util.Locale;

/**
 * Whom a mail is for.
 *
 * @param name as the person is called, or empty; whatever it holds, it never becomes a header of its own
 * @param language which the mail is written in if there is a template for it, else in English
 */
public record Addressee(EmailAddress address, String name, Locale language) {

    /** Somebody who never said in which language: that of the desk in force. */
    public static Addressee of(EmailAddress address, String name) {
        Locale language = Tenants.bound().map(desk -> desk.locales().language()).orElse(Locale.ENGLISH);
        return new Addressee(address, name, language);
    }

    /** The name, or the address of somebody without one. */
    String called() {
        return name.isBlank() ? address.value() : name;
    }
}
