package dev.lodge.email;

import java.util.Locale;

/** How the connection to a mail server is protected. */
public enum Security {
    /** TLS from the first byte (RFC 8314), usually on port 465. */
    TLS,
    /** TLS after the greeting (RFC 3207), and no mail if the server does not offer it; usually on port 587. */
    STARTTLS,
    /** None; for a server on the same machine. */
    NONE;

    /** As it is stored and written in settings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Security of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
