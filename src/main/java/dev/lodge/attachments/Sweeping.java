package dev.lodge.attachments;

import dev.lodge.jobs.TenantWork;
import dev.lodge.tenancy.Tenants;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Removes files that nobody claimed or that nothing holds any more, and contents that none refers to then. */
@Component
class Sweeping implements TenantWork {

    static final String WORK = "attachment_sweep";

    private static final int BATCH = 200;

    private final BlobStore blobs;
    private final StoredAttachments stored;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Sweeping(BlobStore blobs, StoredAttachments stored, TransactionTemplate transactions, InstantSource clock) {
        this.blobs = blobs;
        this.stored = stored;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return WORK;
    }

    @Override
    public Optional<Instant> next() {
        return stored.nextSweep();
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        int swept = 0;
        while (swept < BATCH && Boolean.TRUE.equals(transactions.execute(status -> sweepOne(now)))) {
            swept++;
        }
        try {
            blobs.discardUnfinished(Tenants.current().id(), Attachments.UNCLAIMED);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * While the row of the rules is locked nobody else refers anew to a content. Whoever brings the same one meanwhile waits with
     * their row, and puts the content in its place when that row is committed: after this. Should this node die before its own commit,
     * the row is still to be swept, and nobody can claim it.
     */
    private boolean sweepOne(Instant now) {
        var swept = stored.lockSwept(now);
        swept.ifPresent(file -> {
            deleteUnlessNeeded(file.key(), file.id());
            if (file.thumbnail() != null) {
                deleteUnlessNeeded(file.thumbnail(), file.id());
            }
            stored.remove(file);
        });
        return swept.isPresent();
    }

    private void deleteUnlessNeeded(BlobKey key, long id) {
        if (!stored.isNeededBesides(key, id)) {
            try {
                blobs.delete(Tenants.current().id(), key);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
