package dev.lodge.tenancy;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A host name as it stands in a URL: lower-case, ASCII (RFC 5890 A-labels), without port or final dot, at most 253 characters in
 * labels of at most 63 (RFC 1035).
 *
 * @throws IllegalArgumentException with a sentence that says what is wrong
 */
public record HostName(String value) {

    private static final Pattern FORM = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+");

    public HostName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a host name.".formatted(value.replaceAll("\\p{Cntrl}", "?")));
        }
    }

    /** A host name as a person writes it: capitals and international letters are taken and put into the stored form. */
    public static HostName of(String written) {
        try {
            return new HostName(
                    IDN.toASCII(written.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException malformed) {
            throw new IllegalArgumentException(
                    "'%s' is not a host name.".formatted(written.replaceAll("\\p{Cntrl}", "?")), malformed);
        }
    }

    /** The host of a Host header (RFC 9110, 7.2) without its port; empty when malformed. */
    static Optional<HostName> ofHeader(String header) {
        int colon = header.indexOf(':');
        String host = colon < 0 ? header : header.substring(0, colon);
        String port = colon < 0 ? "" : header.substring(colon + 1);
        String lower = host.toLowerCase(Locale.ROOT);
        return FORM.matcher(lower).matches() && port.chars().allMatch(c -> c >= '0' && c <= '9') && port.length() <= 5
                ? Optional.of(new HostName(lower))
                : Optional.empty();
    }

    boolean isAddress() {
        return NUMERIC.matcher(value).matches();
    }

    /** Whether this is {@code parent} itself or a name below it. */
    boolean isWithin(HostName parent) {
        return equals(parent) || value.endsWith("." + parent.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
