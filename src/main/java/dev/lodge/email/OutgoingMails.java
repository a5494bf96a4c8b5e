package dev.lodge.email;

import static dev.lodge.schema.tenant.Tables.OUTGOING_MAIL;

import dev.lodge.email.DeliveryOutcome.Deferred;
import dev.lodge.email.DeliveryOutcome.Kept;
import dev.lodge.email.DeliveryOutcome.Rejected;
import dev.lodge.email.DeliveryOutcome.Sent;
import dev.lodge.schema.tenant.tables.records.OutgoingMailRecord;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The mails of the tenant in force, from the outbox to their end.
 *
 * <p>Sending cannot be part of a transaction. So a mail is claimed first, by putting off the moment at which anybody may take it; then it
 * is sent; then the outcome is recorded. Who dies between sending and recording leaves a mail that is sent once more when the claim has
 * run out, with the same Message-ID, by which receivers know it. Who only stalls so long records nothing any more, because the attempt
 * is not theirs.
 */
@Component
class OutgoingMails {

    /** Longer than any sending can take: see {@link SmtpConnection}. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    private static final String QUEUED = "queued";

    private final TenantDatabase database;
    private final MailKinds kinds;
    private final SealedLetters sealed;
    private final InstantSource clock;

    OutgoingMails(TenantDatabase database, MailKinds kinds, SealedLetters sealed, InstantSource clock) {
        this.database = database;
        this.kinds = kinds;
        this.sealed = sealed;
        this.clock = clock;
    }

    /**
     * A mail and what it says.
     *
     * @param id under which it goes out
     * @param thread null for a mail that belongs to no ticket
     */
    record Written(
            Mail mail, Letter letter, String id, @Nullable String thread) {

        static Written of(Mail mail, Letter letter) {
            Long ticket = mail.ticket();
            return new Written(mail, letter, MessageIds.fresh(), ticket == null ? null : MessageIds.ofThread(ticket));
        }
    }

    /** The earliest moment at which there is a mail to be sent. */
    Optional<Instant> nextDue() {
        return database.sql()
                .select(DSL.min(OUTGOING_MAIL.NEXT_ATTEMPT_AT))
                .from(OUTGOING_MAIL)
                .where(OUTGOING_MAIL.STATUS.eq(DSL.inline(QUEUED)))
                .fetchOptional(row -> row.value1());
    }

    /** To be sent at once. @return its id */
    long queue(Written mail) {
        return database.sql()
                .insertInto(OUTGOING_MAIL)
                .set(row(mail, clock.instant()))
                .returning(OUTGOING_MAIL.ID)
                .fetchSingle(OUTGOING_MAIL.ID);
    }

    /** The same of several. */
    void queue(List<Written> mails) {
        insert(mails, clock.instant());
    }

    /** To be kept, because there is nobody to send them. */
    void keep(List<Written> mails) {
        insert(mails, null);
    }

    private void insert(List<Written> mails, @Nullable Instant due) {
        database.sql()
                .batchInsert(mails.stream().map(mail -> row(mail, due)).toList())
                .execute();
    }

    private OutgoingMailRecord row(Written written, @Nullable Instant due) {
        Mail mail = written.mail();
        Letter letter = written.letter();
        boolean confidential = kinds.require(mail.kind()).confidential();
        return new OutgoingMailRecord()
                .with(OUTGOING_MAIL.MESSAGE_ID, written.id())
                .with(OUTGOING_MAIL.THREAD_ID, written.thread())
                .with(OUTGOING_MAIL.KIND, mail.kind())
                .with(OUTGOING_MAIL.TICKET_ID, mail.ticket())
                .with(OUTGOING_MAIL.TO_ADDRESS, mail.to().address().value())
                .with(OUTGOING_MAIL.TO_NAME, OneLine.of(mail.to().name(), 120))
                .with(OUTGOING_MAIL.SUBJECT, letter.subject())
                .with(OUTGOING_MAIL.TEXT_BODY, confidential ? "" : letter.text())
                .with(OUTGOING_MAIL.HTML_BODY, confidential ? "" : letter.html())
                .with(OUTGOING_MAIL.SEALED_BODY, confidential ? sealed.seal(written.id(), letter) : null)
                .with(OUTGOING_MAIL.AUTOMATIC, mail.automatic())
                .with(OUTGOING_MAIL.STATUS, due == null ? "kept" : QUEUED)
                .with(OUTGOING_MAIL.NEXT_ATTEMPT_AT, due)
                .with(OUTGOING_MAIL.GIVE_UP_AT, due == null ? null : due.plus(Retry.LONGEST))
                .with(OUTGOING_MAIL.CREATED_AT, clock.instant());
    }

    /** Takes the mail that waits longest, for as long as a claim lasts; of several who ask at once each gets another. */
    Optional<OutgoingMail> claim() {
        return claim(OUTGOING_MAIL.NEXT_ATTEMPT_AT.le(clock.instant()));
    }

    /** Takes this one, if it waits. */
    Optional<OutgoingMail> claim(long id) {
        return claim(OUTGOING_MAIL.ID.eq(id).and(OUTGOING_MAIL.NEXT_ATTEMPT_AT.le(clock.instant())));
    }

    private Optional<OutgoingMail> claim(Condition which) {
        return database.sql()
                .update(OUTGOING_MAIL)
                .set(OUTGOING_MAIL.NEXT_ATTEMPT_AT, clock.instant().plus(CLAIM))
                .set(OUTGOING_MAIL.ATTEMPTS, OUTGOING_MAIL.ATTEMPTS.plus(1))
                .where(OUTGOING_MAIL.ID.eq(DSL.select(OUTGOING_MAIL.ID)
                        .from(OUTGOING_MAIL)
                        .where(OUTGOING_MAIL.STATUS.eq(DSL.inline(QUEUED)), which)
                        .orderBy(OUTGOING_MAIL.NEXT_ATTEMPT_AT, OUTGOING_MAIL.ID)
                        .limit(DSL.inline(1))
                        .forUpdate()
                        .skipLocked()))
                .returning()
                .fetchOptional(this::mail);
    }

    private OutgoingMail mail(OutgoingMailRecord row) {
        return new OutgoingMail(
                row.getId(),
                row.getMessageId(),
                row.getThreadId(),
                row.getToAddress(),
                row.getToName(),
                sealed.read(row).orElse(null),
                row.getAutomatic(),
                row.getAttempts(),
                row.getGiveUpAt());
    }

    /** Writes down what became of an attempt; nothing when the claim ran out and somebody else took over. */
    void record(OutgoingMail mail, DeliveryOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Sent sent -> end(mail, "sent", null, now);
            case Kept kept -> end(mail, "kept", null, null);
            case Rejected rejected -> end(mail, "failed", rejected.why(), null);
            case Deferred deferred ->
                Retry.after(mail.attempt(), now, mail.giveUpAt())
                        .ifPresentOrElse(
                                next -> putOff(mail, deferred, next), () -> end(mail, "failed", deferred.why(), null));
        }
    }

    private void end(OutgoingMail mail, String status, @Nullable String why, @Nullable Instant sentAt) {
        database.sql()
                .update(OUTGOING_MAIL)
                .set(OUTGOING_MAIL.STATUS, status)
                .set(OUTGOING_MAIL.NEXT_ATTEMPT_AT, (Instant) null)
                .set(OUTGOING_MAIL.GIVE_UP_AT, (Instant) null)
                .set(OUTGOING_MAIL.LAST_ERROR, why)
                .set(OUTGOING_MAIL.SENT_AT, sentAt)
                // What lets somebody in has gone where it belongs, and is no business of the database any more.
                .set(
                        OUTGOING_MAIL.SEALED_BODY,
                        sentAt == null ? OUTGOING_MAIL.SEALED_BODY : DSL.val((byte[]) null, OUTGOING_MAIL.SEALED_BODY))
                .where(isStill(mail))
                .execute();
    }

    private void putOff(OutgoingMail mail, Deferred deferred, Instant next) {
        database.sql()
                .update(OUTGOING_MAIL)
                .set(OUTGOING_MAIL.NEXT_ATTEMPT_AT, next)
                .set(OUTGOING_MAIL.LAST_ERROR, deferred.why())
                .where(isStill(mail))
                .execute();
        if (deferred.server()) {
            // The others wait too, without an attempt of theirs being spent on a server that does not answer.
            database.sql()
                    .update(OUTGOING_MAIL)
                    .set(OUTGOING_MAIL.NEXT_ATTEMPT_AT, next)
                    .set(OUTGOING_MAIL.LAST_ERROR, deferred.why())
                    .where(OUTGOING_MAIL.STATUS.eq(QUEUED), OUTGOING_MAIL.NEXT_ATTEMPT_AT.le(clock.instant()))
                    .execute();
        }
    }

    private static Condition isStill(OutgoingMail mail) {
        return OUTGOING_MAIL
                .ID
                .eq(mail.id())
                .and(OUTGOING_MAIL.STATUS.eq(QUEUED))
                .and(OUTGOING_MAIL.ATTEMPTS.eq(mail.attempt()));
    }

    /** Puts a mail that was kept or failed into the outbox again. @return whether there is such a one */
    boolean requeue(long id) {
        Instant now = clock.instant();
        return database.sql()
                        .update(OUTGOING_MAIL)
                        .set(OUTGOING_MAIL.STATUS, QUEUED)
                        .set(OUTGOING_MAIL.NEXT_ATTEMPT_AT, now)
                        .set(OUTGOING_MAIL.GIVE_UP_AT, now.plus(Retry.LONGEST))
                        .where(OUTGOING_MAIL.ID.eq(id), OUTGOING_MAIL.STATUS.in("kept", "failed"))
                        .execute()
                > 0;
    }
}
