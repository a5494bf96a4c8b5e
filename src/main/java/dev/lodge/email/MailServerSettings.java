package dev.lodge.email;

import dev.lodge.accounts.EmailAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The platform's mail server, for tenants that have none of their own.
 *
 * @param smtp the server; without a host there is none
 * @param mailFrom the address that mail comes from where a tenant has no sender address of its own; needed with a server
 * @param allowPrivateMailServers whether tenants may name a mail server in a private network, or on this machine
 */
@ConfigurationProperties("lodge")
record MailServerSettings(
        @DefaultValue Smtp smtp,
        @Nullable String mailFrom,
        @DefaultValue("false") boolean allowPrivateMailServers) {

    MailServerSettings {
        mailFrom = mailFrom == null || mailFrom.isBlank() ? null : mailFrom.strip();
        if (mailFrom != null && EmailAddress.of(mailFrom).isEmpty()) {
            throw new IllegalArgumentException(
                    "LODGE_MAIL_FROM is a mail address, for example help@example.com, and not %s.".formatted(mailFrom));
        }
        if (smtp.host() != null && mailFrom == null) {
            throw new IllegalArgumentException(
                    "LODGE_SMTP_HOST is set, so LODGE_MAIL_FROM is needed too: the address that mail comes from.");
        }
    }

    /**
     * How the server is reached.
     *
     * @param port 465 with {@code tls}, 587 with {@code starttls} and 25 with {@code none} if not given
     * @param security {@code tls}, {@code starttls} or {@code none}
     */
    record Smtp(
            @Nullable String host,
            @Nullable Integer port,
            @DefaultValue("starttls") Security security,
            @Nullable String user,
            @Nullable String password) {

        Smtp {
            host = host == null || host.isBlank() ? null : host.strip();
            user = user == null || user.isBlank() ? null : user;
            if (port == null) {
                port = switch (security) {
                    case TLS -> 465;
                    case STARTTLS -> 587;
                    case NONE -> 25;
                };
            }
            if (port < 1 || port > 65535) {
                throw new IllegalArgumentException("LODGE_SMTP_PORT is %d, but a port is 1 to 65535.".formatted(port));
            }
            if ((user == null) != (password == null || password.isEmpty())) {
                throw new IllegalArgumentException(
                        "LODGE_SMTP_USER and LODGE_SMTP_PASSWORD are given together or not at all.");
            }
        }

        /** The password is not part of it: settings are printed and logged. */
        @Override
        public String toString() {
            return "Smtp[%s:%d, %s]".formatted(host, port, security.code());
        }
    }

    Optional<MailServer> server() {
        return Optional.ofNullable(smtp.host())
                .map(host -> new MailServer(
                        host,
                        java.util.Objects.requireNonNull(smtp.port()),
                        smtp.security(),
                        smtp.user(),
                        smtp.user() == null ? null : smtp.password(),
                        true));
    }
}
