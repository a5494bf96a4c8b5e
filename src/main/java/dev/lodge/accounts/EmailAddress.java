package dev.lodge.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address with one {@code @}, up to 254 characters (RFC 5321, 4.5.3.1), without quoted or commented forms, kept as it was
 * written.
 *
 * @throws IllegalArgumentException for anything else
 */
public record EmailAddress(String value) {

    private static final Pattern FORM = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}\\p{N}](?:[\\p{L}\\p{N}.-]{0,250}[\\p{L}\\p{N}])?");

    public EmailAddress {
        if (value.length() > 254 || !FORM.matcher(value).matches() || value.contains("..")) {
            throw new IllegalArgumentException("Not a mail address.");
        }
    }

    /** What somebody wrote, without space around it; empty when it is no mail address. */
    public static Optional<EmailAddress> of(String written) {
        try {
            return Optional.of(new EmailAddress(Normalizer.normalize(written.strip(), Normalizer.Form.NFC)));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** Addresses that differ only in case are one. */
    public String key() {
        return value.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return value;
    }
}
