package dev.lodge.attachments;

import static dev.lodge.schema.tenant.Tables.ATTACHMENT;
import static dev.lodge.schema.tenant.Tables.ATTACHMENT_RULE;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import dev.lodge.tenancy.TenantDatabase;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of files. The row of the rules is locked by whoever adds one or removes one, so that neither misses the other. */
@Component
class StoredAttachments {

    private final TenantDatabase database;

    StoredAttachments(TenantDatabase database) {
        this.database = database;
    }

    /**
     * A file about to be stored.
     *
     * @param picture of a picture that browsers may show, or null
     */
    record New(
            BlobKey key,
            FileName name,
            String mediaType,
            long size,
            @Nullable Picture picture,
            @Nullable BlobKey thumbnail,
            Uploader by) {}

    /**
     * Within a transaction.
     *
     * @throws Conflict if it does not fit into what the desk may store
     */
    long add(New file, Instant now, Instant sweepAt) {
        var rules = lockRules();
        long more = refers(file.key(), 0) ? 0 : file.size();
        if (rules.storageLimit() != null && rules.stored() + more > rules.storageLimit()) {
            var full = Message.of("attachments.refused.full", new Size(rules.storageLimit()));
            throw new Conflict(full, FieldErrors.none().and(FileRules.FIELD, full));
        }
        count(more);
        return database.sql()
                .insertInto(ATTACHMENT)
                .set(ATTACHMENT.HASH, file.key().bytes())
                .set(ATTACHMENT.NAME, file.name().text())
                .set(ATTACHMENT.MEDIA_TYPE, file.mediaType())
                .set(ATTACHMENT.SIZE, file.size())
                .set(
                        ATTACHMENT.WIDTH,
                        file.picture() == null ? null : file.picture().shownWidth())
                .set(
                        ATTACHMENT.HEIGHT,
                        file.picture() == null ? null : file.picture().shownHeight())
                .set(
                        ATTACHMENT.THUMBNAIL,
                        file.thumbnail() == null ? null : file.thumbnail().bytes())
                .set(ATTACHMENT.UPLOADER, file.by().code())
                .set(ATTACHMENT.SWEEP_AT, sweepAt)
                .set(ATTACHMENT.CREATED_AT, now)
                .returningResult(ATTACHMENT.ID)
                .fetchSingle(ATTACHMENT.ID);
    }

    Optional<StoredFile> find(long id) {
        return find(ATTACHMENT.ID.eq(id)).stream().findFirst();
    }

    List<StoredFile> heldBy(String subject, Collection<Long> ids) {
        return find(ATTACHMENT
                .SUBJECT
                .eq(subject)
                .and(ATTACHMENT.SUBJECT_ID.eq(DSL.any(ids.toArray(Long[]::new))))
                .and(ATTACHMENT.SWEEP_AT.isNull()));
    }

    /** In the order of their ids. */
    List<StoredFile> find(Collection<Long> ids) {
        return find(ATTACHMENT.ID.eq(DSL.any(ids.toArray(Long[]::new))));
    }

    private List<StoredFile> find(Condition which) {
        return database.sql()
                .selectFrom(ATTACHMENT)
                .where(which)
                .orderBy(ATTACHMENT.ID)
                .fetch(StoredAttachments::file);
    }

    /** Gives to the holder those of these that are the uploader's, that nothing holds and that are not to be swept yet. */
    void claim(Uploader by, Collection<Long> ids, Holder holder, Instant now) {
        database.sql()
                .update(ATTACHMENT)
                .set(ATTACHMENT.SUBJECT, holder.subject())
                .set(ATTACHMENT.SUBJECT_ID, holder.id())
                .setNull(ATTACHMENT.SWEEP_AT)
                .where(
                        ATTACHMENT.ID.eq(DSL.any(ids.toArray(Long[]::new))),
                        ATTACHMENT.UPLOADER.eq(by.code()),
                        ATTACHMENT.SUBJECT.isNull(),
                        ATTACHMENT.SWEEP_AT.gt(now))
                .execute();
    }

    /** @return how many were the holder's */
    int release(Holder holder, Condition which, Instant now) {
        return database.sql()
                .update(ATTACHMENT)
                .set(ATTACHMENT.SWEEP_AT, now)
                .where(
                        ATTACHMENT.SUBJECT.eq(holder.subject()),
                        ATTACHMENT.SUBJECT_ID.eq(holder.id()),
                        ATTACHMENT.SWEEP_AT.isNull(),
                        which)
                .execute();
    }

    Optional<Instant> nextSweep() {
        return database.sql()
                .select(ATTACHMENT.SWEEP_AT)
                .from(ATTACHMENT)
                .where(ATTACHMENT.SWEEP_AT.isNotNull())
                .orderBy(ATTACHMENT.SWEEP_AT, ATTACHMENT.ID)
                .limit(DSL.inline(1))
                .fetchOptional(ATTACHMENT.SWEEP_AT);
    }

    /** Locks one that is to be swept by now. Within a transaction. */
    Optional<StoredFile> lockSwept(Instant now) {
        lockRules();
        return database.sql()
                .selectFrom(ATTACHMENT)
                .where(ATTACHMENT.SWEEP_AT.le(now))
                .orderBy(ATTACHMENT.SWEEP_AT, ATTACHMENT.ID)
                .limit(DSL.inline(1))
                .forUpdate()
                .fetchOptional()
                .map(StoredAttachments::file);
    }

    void remove(StoredFile file) {
        if (!refers(file.key(), file.id())) {
            count(-file.size());
        }
        database.sql().deleteFrom(ATTACHMENT).where(ATTACHMENT.ID.eq(file.id())).execute();
    }

    /** Whether any other file has this content, or has it as its thumbnail. */
    boolean isNeededBesides(BlobKey key, long id) {
        return refers(key, id)
                || database.sql().fetchExists(ATTACHMENT, ATTACHMENT.THUMBNAIL.eq(key.bytes()), ATTACHMENT.ID.ne(id));
    }

    private boolean refers(BlobKey key, long besides) {
        return database.sql().fetchExists(ATTACHMENT, ATTACHMENT.HASH.eq(key.bytes()), ATTACHMENT.ID.ne(besides));
    }

    FileRules rules() {
        return database.sql().selectFrom(ATTACHMENT_RULE).fetchSingle(StoredAttachments::rules);
    }

    FileRules lockRules() {
        return database.sql().selectFrom(ATTACHMENT_RULE).forUpdate().fetchSingle(StoredAttachments::rules);
    }

    void replace(FileRules rules) {
        var forbidden = rules.forbidden();
        database.sql()
                .update(ATTACHMENT_RULE)
                .set(ATTACHMENT_RULE.LARGEST_FILE, rules.largestFile())
                .set(ATTACHMENT_RULE.STORAGE_LIMIT, rules.storageLimit())
                .set(ATTACHMENT_RULE.ALLOWED, rules.allowed().toArray(String[]::new))
                .set(ATTACHMENT_RULE.FORBIDDEN, forbidden == null ? null : forbidden.toArray(String[]::new))
                .set(ATTACHMENT_RULE.VERSION, rules.version())
                .execute();
    }

    private void count(long more) {
        database.sql()
                .update(ATTACHMENT_RULE)
                .set(ATTACHMENT_RULE.STORED, ATTACHMENT_RULE.STORED.plus(more))
                .execute();
    }

    private static FileRules rules(Record row) {
        String[] forbidden = row.get(ATTACHMENT_RULE.FORBIDDEN);
        return new FileRules(
                row.get(ATTACHMENT_RULE.LARGEST_FILE),
                row.get(ATTACHMENT_RULE.STORAGE_LIMIT),
                List.of(row.get(ATTACHMENT_RULE.ALLOWED)),
                forbidden == null ? null : List.of(forbidden),
                row.get(ATTACHMENT_RULE.STORED),
                row.get(ATTACHMENT_RULE.VERSION));
    }

    private static StoredFile file(Record row) {
        byte[] thumbnail = row.get(ATTACHMENT.THUMBNAIL);
        String subject = row.get(ATTACHMENT.SUBJECT);
        return new StoredFile(
                row.get(ATTACHMENT.ID),
                BlobKey.of(row.get(ATTACHMENT.HASH)),
                new FileName(row.get(ATTACHMENT.NAME)),
                row.get(ATTACHMENT.MEDIA_TYPE),
                row.get(ATTACHMENT.SIZE),
                row.get(ATTACHMENT.WIDTH),
                row.get(ATTACHMENT.HEIGHT),
                thumbnail == null ? null : BlobKey.of(thumbnail),
                row.get(ATTACHMENT.UPLOADER),
                subject == null ? null : new Holder(subject, row.get(ATTACHMENT.SUBJECT_ID)),
                row.get(ATTACHMENT.SWEEP_AT) == null);
    }
}
