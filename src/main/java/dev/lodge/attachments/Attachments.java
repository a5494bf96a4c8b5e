package dev.lodge.attachments;

import static dev.lodge.schema.tenant.Tables.ATTACHMENT;

import dev.lodge.jobs.Jobs;
import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.Tenants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The files of the tenant in force. */
@Component
public class Attachments {

    /** Files that one thing may be given in one step. */
    public static final int MOST_AT_ONCE = 20;

    /** How long a file waits to be claimed. */
    public static final Duration UNCLAIMED = Duration.ofHours(24);

    /** The field by which the API names files that are claimed. */
    public static final String FIELD = "attachments";

    private static final long LARGEST_THUMBNAIL = 4 * Size.MEGABYTE;

    private final BlobStore blobs;
    private final StoredAttachments stored;
    private final Jobs jobs;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Attachments(
            BlobStore blobs,
            StoredAttachments stored,
            Jobs jobs,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.blobs = blobs;
        this.stored = stored;
        this.jobs = jobs;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Stores a file, which is the uploader's alone until it is claimed, and is swept away after {@link #UNCLAIMED} if it is not.
     *
     * @param name as it was sent; it is cleaned
     * @param content is read once, to its end, and not closed
     * @throws dev.lodge.problem.FileRefused if it is too large or of a type that is not taken
     * @throws dev.lodge.problem.Conflict if it does not fit into what the tenant may store
     * @throws Invalid if it is empty
     * @throws IllegalStateException within a transaction: bringing a file takes as long as somebody's line is slow
     */
    public Attachment store(Uploader by, String name, InputStream content) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A file is stored before the transaction that claims it, not within");
        }
        long tenant = Tenants.current().id();
        var rules = stored.rules();
        try (var arriving = blobs.receive(tenant, content, rules.largestFile())) {
            var cleaned = FileName.of(name);
            var kind = FileKind.of(beginning(arriving));
            rules.check(cleaned, kind);
            if (arriving.size() == 0) {
                throw new Invalid(FileRules.FIELD, "attachments.refused.empty");
            }
            var picture = picture(arriving, kind);
            byte[] thumbnail = picture == null ? null : thumbnail(arriving, picture);
            if (thumbnail == null) {
                return keep(describe(arriving, cleaned, kind, picture, null, by), arriving);
            }
            try (var small = blobs.receive(tenant, new ByteArrayInputStream(thumbnail), LARGEST_THUMBNAIL)) {
                return keep(describe(arriving, cleaned, kind, picture, small.key(), by), arriving, small);
            }
        } catch (ContentTooLong tooLong) {
            throw rules.tooLarge();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The row is committed before the content gets its name, so that no content is ever in the store that no row refers to. */
    private Attachment keep(StoredAttachments.New file, BlobStore.Arriving... contents) throws IOException {
        var now = now();
        long id = Objects.requireNonNull(transactions.execute(status -> {
            jobs.wake(Sweeping.WORK, now.plus(UNCLAIMED));
            return stored.add(file, now, now.plus(UNCLAIMED));
        }));
        for (var content : contents) {
            content.keep();
        }
        return stored.find(id).orElseThrow().shown();
    }

    private static StoredAttachments.New describe(
            BlobStore.Arriving arriving,
            FileName name,
            FileKind kind,
            @Nullable Picture picture,
            @Nullable BlobKey thumbnail,
            Uploader by) {
        return new StoredAttachments.New(
                arriving.key(), name, kind.mediaType(name.ending()), arriving.size(), picture, thumbnail, by);
    }

    private static byte[] beginning(BlobStore.Arriving arriving) throws IOException {
        try (var content = arriving.open()) {
            return content.readNBytes(FileKind.TELLING);
        }
    }

    /** What browsers would need too much memory for is no picture to them. */
    private static @Nullable Picture picture(BlobStore.Arriving arriving, FileKind kind) throws IOException {
        if (!kind.isPicture()) {
            return null;
        }
        try (var content = arriving.open()) {
            return Picture.of(content).filter(Picture::isBearable).orElse(null);
        }
    }

    private static byte @Nullable [] thumbnail(BlobStore.Arriving arriving, Picture picture) throws IOException {
        try (var content = arriving.open()) {
            return Thumbnails.of(picture, content).orElse(null);
        }
    }

    /**
     * Gives files to what holds them from now on. Within the transaction of the holder. What it holds already it may claim again.
     *
     * @return the files in the order of their ids
     * @throws Invalid on the field {@code attachments} unless all were the uploader's own and waited to be claimed
     */
    public List<Attachment> claim(Uploader by, Collection<Long> ids, Holder holder) {
        var all = new LinkedHashSet<>(ids);
        if (all.isEmpty()) {
            return List.of();
        }
        if (all.size() > MOST_AT_ONCE) {
            throw new Invalid(FIELD, "attachments.invalid.too_many", MOST_AT_ONCE);
        }
        stored.claim(by, all, holder, now());
        var held = stored.find(all).stream()
                .filter(file -> file.isKept() && holder.equals(file.holder()))
                .map(StoredFile::shown)
                .toList();
        if (held.size() != all.size()) {
            throw new Invalid(FIELD, "attachments.invalid.not_yours");
        }
        return held;
    }

    /** The files that wait for this uploader to claim them, of those named; in the order of their ids. */
    public List<Attachment> waiting(Uploader by, Collection<Long> ids) {
        return stored.find(ids).stream()
                .filter(file -> file.holder() == null && file.uploader().equals(by.code()))
                .map(StoredFile::shown)
                .toList();
    }

    /** Those of the files named that things of one kind hold, by their own ids. */
    public Map<Long, Attachment> heldBy(String subject, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : stored.find(ids).stream()
                        .filter(file -> file.isKept() && file.isHeldBy(subject))
                        .collect(Collectors.toMap(StoredFile::id, StoredFile::shown));
    }

    /** What things of one kind hold, by their ids; a thing that holds nothing is left out. */
    public Map<Long, List<Attachment>> of(String subject, Collection<Long> subjectIds) {
        return subjectIds.isEmpty()
                ? Map.of()
                : stored.heldBy(subject, subjectIds).stream()
                        .collect(Collectors.groupingBy(
                                file -> Objects.requireNonNull(file.holder()).id(),
                                TreeMap::new,
                                Collectors.mapping(StoredFile::shown, Collectors.toList())));
    }

    /** What one thing holds, in the order in which it was brought. */
    public List<Attachment> of(Holder holder) {
        return of(holder.subject(), List.of(holder.id())).getOrDefault(holder.id(), List.of());
    }

    /** The thing is gone, or holds nothing any more. */
    public void release(Holder holder) {
        release(holder, DSL.noCondition());
    }

    /** The thing does not hold these any more. What it did not hold is left alone. */
    public void release(Holder holder, Collection<Long> ids) {
        release(holder, ATTACHMENT.ID.eq(DSL.any(ids.toArray(Long[]::new))));
    }

    private void release(Holder holder, Condition which) {
        var now = now();
        if (stored.release(holder, which, now) > 0) {
            jobs.wake(Sweeping.WORK, now);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
