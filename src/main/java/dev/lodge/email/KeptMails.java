package dev.lodge.email;

import static dev.lodge.schema.tenant.Tables.OUTGOING_MAIL;

import dev.lodge.email.KeptMail.Header;
import dev.lodge.schema.tenant.tables.records.OutgoingMailRecord;
import dev.lodge.tenancy.TenantDatabase;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The mails of the tenant in force that are kept and were never sent, for whoever looks in the place of an addressee. */
@Component
public class KeptMails {

    private final TenantDatabase database;
    private final SealedLetters sealed;
    private final Senders senders;

    KeptMails(TenantDatabase database, SealedLetters sealed, Senders senders) {
        this.database = database;
        this.sealed = sealed;
        this.senders = senders;
    }

    /** A mail as the list shows it. */
    public record Row(long id, String subject, String toAddress, String toName, Instant createdAt) {}

    /** The newest ones. */
    public List<Row> newest(int most) {
        return database.sql()
                .select(
                        OUTGOING_MAIL.ID,
                        OUTGOING_MAIL.SUBJECT,
                        OUTGOING_MAIL.TO_ADDRESS,
                        OUTGOING_MAIL.TO_NAME,
                        OUTGOING_MAIL.CREATED_AT)
                .from(OUTGOING_MAIL)
                .where(OUTGOING_MAIL.STATUS.eq("kept"))
                .orderBy(OUTGOING_MAIL.ID.desc())
                .limit(DSL.inline(most))
                .fetch(row -> new Row(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** One of them; empty for one that was sent, waits or failed. */
    public Optional<KeptMail> find(long id) {
        return database.sql()
                .selectFrom(OUTGOING_MAIL)
                .where(OUTGOING_MAIL.ID.eq(id), OUTGOING_MAIL.STATUS.eq("kept"))
                .fetchOptional(this::mail);
    }

    private KeptMail mail(OutgoingMailRecord row) {
        Letter letter = sealed.read(row).orElseGet(() -> new Letter(row.getSubject(), "", ""));
        var mail = new OutgoingMail(
                row.getId(),
                row.getMessageId(),
                row.getThreadId(),
                row.getToAddress(),
                row.getToName(),
                letter,
                row.getAutomatic(),
                row.getAttempts(),
                row.getCreatedAt());
        return new KeptMail(
                row.getId(), row.getSubject(), row.getCreatedAt(), headers(mail), letter.text(), letter.html());
    }

    private List<Header> headers(OutgoingMail mail) {
        try {
            MimeMessage message =
                    MimeLetter.of(mail, senders.current(), mail.giveUpAt(), Session.getInstance(new Properties()));
            return Collections.list(message.getAllHeaders()).stream()
                    .map(header -> new Header(header.getName(), header.getValue()))
                    .toList();
        } catch (MessagingException malformed) {
            return List.of();
        }
    }
}
