package dev.lodge.email;

import dev.lodge.email.OutgoingMails.Ids;
import dev.lodge.jobs.Jobs;
import dev.lodge.secrets.SecretMissing;
import java.time.InstantSource;
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
    private final OutgoingMails mails;
    private final MailServers servers;
    private final Jobs jobs;
    private final InstantSource clock;

    Outbox(Writing writing, OutgoingMails mails, MailServers servers, Jobs jobs, InstantSource clock) {
        this.writing = writing;
        this.mails = mails;
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

    /** Stores a mail. @return its id if it is to be sent; empty if it is kept */
    @Transactional
    Optional<Long> put(Mail mail) {
        Letter letter = writing.letter(mail);
        Long ticket = mail.ticket();
        var ids = new Ids(MessageIds.fresh(), ticket == null ? null : MessageIds.ofThread(ticket));
        if (servers.exist()) {
            return Optional.of(mails.queue(mail, letter, ids));
        }
        mails.keep(mail, letter, ids);
        return Optional.empty();
    }

    /** Sends a mail that was kept or failed after all. @return whether there is such a one, and a server to send it by */
    @Transactional
    public boolean sendAfterAll(long id) {
        if (!servers.exist() || !mails.requeue(id)) {
            return false;
        }
        jobs.wake(MailWork.NAME, clock.instant());
        return true;
    }
}
