package dev.lodge.email;

import dev.lodge.email.SenderSettings.OwnServer;
import dev.lodge.secrets.SecretUnreadable;
import dev.lodge.secrets.Secrets;
import dev.lodge.tenancy.Tenants;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which server sends the mail of the tenant in force: its own, else the platform's, else none. */
@Component
class MailServers {

    private final MailServerSettings platform;
    private final SenderSettingsRows settings;
    private final Secrets secrets;

    MailServers(MailServerSettings platform, SenderSettingsRows settings, Secrets secrets) {
        this.platform = platform;
        this.settings = settings;
        this.secrets = secrets;
    }

    /** Whether there is any. */
    boolean exist() {
        return platform.server().isPresent() || settings.current().server() != null;
    }

    Optional<MailServer> platforms() {
        return platform.server();
    }

    /** @throws SecretUnreadable when the tenant's password was stored under another secret */
    Optional<MailServer> ofTenant() throws SecretUnreadable {
        OwnServer own = settings.current().server();
        if (own == null) {
            return platform.server();
        }
        return Optional.of(new MailServer(
                own.host(),
                own.port(),
                own.security(),
                own.user(),
                own.sealedPassword() == null ? null : secrets.open(purpose(), own.sealedPassword()),
                platform.allowPrivateMailServers()));
    }

    /** Encrypts a password for the tenant in force. @throws SecretMissing when there is nothing to encrypt with */
    byte[] seal(String password) {
        return secrets.seal(purpose(), password);
    }

    private static String purpose() {
        return "mail server of tenant " + Tenants.current().id();
    }
}
