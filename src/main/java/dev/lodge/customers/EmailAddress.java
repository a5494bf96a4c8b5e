package dev.lodge.customers;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: at most 254 characters (RFC 5321, 4.5.3.1), of the plain form that people have, without quotes
 * and comments.
 *
 * @param text as written
 * @param key the same for all spellings that differ in case only
 */
public record EmailAddress(String text, String key) {

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Pattern FORM = Pattern.compile(
            "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?(\\.[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?)*");

    /** Empty if it is no address. */
    public static Optional<EmailAddress> parse(String written) {
        var text = Normalizer.normalize(written.strip(), Normalizer.Form.NFC);
        if (text.length() > LONGEST
                || text.indexOf('@') > LONGEST_LOCAL_PART
                || !FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new EmailAddress(text, text.toLowerCase(Locale.ROOT)));
    }

    /** @throws IllegalArgumentException if it is no address */
    public static EmailAddress of(String written) {
        return parse(written).orElseThrow(() -> new IllegalArgumentException("Not an e-mail address"));
    }

    @Override
    public String toString() {
        return text;
    }
}
