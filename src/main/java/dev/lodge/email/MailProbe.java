package dev.lodge.email;

import dev.lodge.outside.Resolver;
import jakarta.mail.MessagingException;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Knocks at the platform's mail server without sending anything. */
@Component
public class MailProbe {

    private final MailServerSettings settings;
    private final String name;

    MailProbe(MailServerSettings settings, @Value("${lodge.base-domain:localhost}") String name) {
        this.settings = settings;
        this.name = name;
    }

    /** The platform's server, {@code host:port}; empty when there is none and mail is kept. */
    public Optional<String> server() {
        return settings.server().map(MailServer::toString);
    }

    /** What is wrong with it; empty when it greets, secures the connection and lets Lodge sign in. */
    public Optional<String> complaint() {
        return settings.server().flatMap(server -> {
            try (var connection = SmtpConnection.open(server, name, Resolver.system())) {
                return connection.isOpen() ? Optional.empty() : Optional.of("The connection did not last.");
            } catch (MessagingException failure) {
                return Optional.of(Failures.unreachable(failure, server).why());
            }
        });
    }
}
