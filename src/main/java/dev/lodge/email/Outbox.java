package dev.lodge.email;

import dev.lodge.jobs.Jobs;
import dev.lodge.secrets.SecretMissing;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where mail goes out. */
@Component
public class Outbox {

    private static final Logger log = LoggerFactory.getLogger(Outbox.class);

    private final Writing writing;
    private final OutgoingMails outgoing;
    private final MailServers servers;
    private final Jobs jobs;
    private final InstantSource clock;

    Outbox(Writing writing, OutgoingMails outgoing, MailServers servers, Jobs jobs, InstantSource clock) {
        this.writing = writing;
        this.outgoing = outgoing;
        this.servers = servers;
        this.jobs = jobs;
        this.clock = clock;
    }

    /**
     * Writes a mail from its template and stores it within the tenant's transaction under way; it is sent soon after the commit, and
     * never if that does not come. Without a mail server it is kept. A confidential one is neither, with a warning in the log, where there
     * is no secret to encrypt it with.
     *
     * @throws IllegalArgumentException when nobody declared the kind
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(Mail mail) {
        try {
            if (put(mail).isPresent()) {
                jobs.wake(MailWork.NAME, clock.instant());
            }
        } catch (SecretMissing missing) {
            log.warn(
                    "A mail of the kind {} is not sent, since it would lie readable in the database: set LODGE_SECRET.",
                    mail.kind());
        }
    }

    /**
     * Several mails, as {@link #send(Mail)} does one; what they have in common is read once. None of them is confidential, or else there
     * must be a secret to encrypt it with.
     *
     * @throws SecretMissing when there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void send(List<Mail> mails) {
        if (mails.isEmpty()) {
            return;
        }
        var written = writing.letters(mails);
        if (servers.exist()) {
            outgoing.queue(written);
            jobs.wake(MailWork.NAME, clock.instant());
        } else {
            outgoing.keep(written);
        }
    }

    /** Stores a mail. @return its id if it is to be sent; empty if it is kept */
    @Transactional
    Optional<Long> put(Mail mail) {
        var written = writing.letters(List.of(mail));
        if (servers.exist()) {
            return Optional.of(outgoing.queue(written.getFirst()));
        }
        outgoing.keep(written);
        return Optional.empty();
    }

    /** Sends a mail that was kept or failed after all. @return whether there is such a one, and a server to send it by */
    @Transactional
    public boolean sendAfterAll(long id) {
        if (!servers.exist() || !outgoing.requeue(id)) {
            return false;
        }
        jobs.wake(MailWork.NAME, clock.instant());
        return true;
    }
}
