package dev.lodge.email;

import dev.lodge.email.DeliveryOutcome.Deferred;
import dev.lodge.email.DeliveryOutcome.Kept;
import dev.lodge.email.DeliveryOutcome.Rejected;
import dev.lodge.email.DeliveryOutcome.Sent;
import dev.lodge.outside.Resolver;
import dev.lodge.secrets.SecretMissing;
import dev.lodge.secrets.SecretUnreadable;
import dev.lodge.tenancy.Tenants;
import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Hands mails of the tenant in force to its server. */
@Component
class Delivery {

    private final MailServers servers;
    private final Senders senders;
    private final Resolver resolver;
    private final InstantSource clock;

    Delivery(MailServers servers, Senders senders, Resolver resolver, InstantSource clock) {
        this.servers = servers;
        this.senders = senders;
        this.resolver = resolver;
        this.clock = clock;
    }

    /** Mails that are sent one after the other, over one connection as long as it lasts. */
    Round begin() {
        return new Round();
    }

    /** See {@link #begin()}; for one thread. */
    final class Round implements AutoCloseable {

        private @Nullable SmtpConnection connection;

        DeliveryOutcome deliver(OutgoingMail mail) {
            if (!isAscii(mail.toAddress().substring(0, mail.toAddress().lastIndexOf('@') + 1))) {
                return new Rejected("Addresses with letters beyond ASCII before the @ are not supported yet.");
            }
            if (mail.letter() == null) {
                return new Rejected("It was encrypted with another secret than the one in force (LODGE_SECRET).");
            }
            try {
                Optional<MailServer> server = servers.ofTenant();
                return server.isEmpty() ? new Kept() : deliver(mail, server.get());
            } catch (SecretUnreadable | SecretMissing unreadable) {
                return new Deferred("The stored password of the mail server cannot be read; enter it again.", true);
            }
        }

        private DeliveryOutcome deliver(OutgoingMail mail, MailServer server) {
            SmtpConnection open;
            try {
                open = connect(server);
            } catch (MessagingException failure) {
                return Failures.unreachable(failure, server);
            }
            try {
                open.send(MimeLetter.of(mail, senders.current(), clock.instant(), open.session()));
                return new Sent();
            } catch (MessagingException failure) {
                return Failures.refused(failure, server);
            }
        }

        private SmtpConnection connect(MailServer server) throws MessagingException {
            SmtpConnection present = connection;
            if (present == null || !present.isOpen()) {
                close();
                present = SmtpConnection.open(
                        server, Tenants.current().primaryHost().value(), resolver);
                connection = present;
            }
            return present;
        }

        private static boolean isAscii(String text) {
            return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
        }

        @Override
        public void close() {
            if (connection != null) {
                connection.close();
                connection = null;
            }
        }
    }
}
