package dev.lodge.attachments;

import static dev.lodge.schema.tenant.Tables.ATTACHMENT;
import static dev.lodge.schema.tenant.Tables.ATTACHMENT_RULE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.jobs.DueWork;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FileRefused;
import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@LodgeTest
class AttachmentTests {

    private static final Uploader HANNAH = new Uploader.Customer(1);
    private static final Uploader ERIK = new Uploader.Customer(2);
    private static final Holder SHELF = new Holder("shelf", 1);

    @Autowired
    Cast cast;

    @Autowired
    Attachments attachments;

    @Autowired
    BlobStore blobs;

    @Autowired
    DueWork due;

    @Autowired
    TenantDatabase database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TurnedClock clock;

    Tenant acme;
    Tenant globex;

    @BeforeEach
    void twoDesksWithoutFiles() {
        acme = cast.tenant("files-acme", "Acme");
        globex = cast.tenant("files-globex", "Globex");
    }

    @AfterEach
    void theDesksAreClearedAway() {
        for (var tenant : List.of(acme, globex)) {
            Tenants.run(tenant, () -> {
                database.sql()
                        .update(ATTACHMENT)
                        .set(ATTACHMENT.SWEEP_AT, clock.instant())
                        .execute();
                database.sql()
                        .update(ATTACHMENT_RULE)
                        .set(ATTACHMENT_RULE.LARGEST_FILE, 20 * Size.MEGABYTE)
                        .setNull(ATTACHMENT_RULE.STORAGE_LIMIT)
                        .execute();
                new Sweeping(blobs, new StoredAttachments(database), transactions, clock).run();
            });
            assertThat(kept(tenant)).isEmpty();
        }
    }

    @Test
    void aFileIsWhatItsBytesSayUnderTheNameItWasGiven() {
        var photo = in(acme, () -> store(HANNAH, "../broken\u202E ferrule.txt", Pictures.of("jpg", 800, 400)));

        assertThat(photo.name()).isEqualTo("broken ferrule.txt");
        assertThat(photo.mediaType()).isEqualTo("image/jpeg");
        assertThat(photo.width()).isEqualTo(800);
        assertThat(photo.url()).isEqualTo("/attachments/%d/broken-ferrule.txt".formatted(photo.id()));
        assertThat(photo.thumbnailUrl()).isEqualTo("/attachments/%d/thumbnail".formatted(photo.id()));
        assertThat(kept(acme)).contains(new BlobKey(photo.sha256())).hasSize(2);
        assertThat(kept(globex)).isEmpty();
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        Tenants.run(acme, () -> {
            database.sql()
                    .update(ATTACHMENT_RULE)
                    .set(ATTACHMENT_RULE.LARGEST_FILE, 10L)
                    .execute();
            assertThatThrownBy(() -> store(HANNAH, "a.txt", "eleven byte"))
                    .isInstanceOfSatisfying(
                            FileRefused.class,
                            refused -> assertThat(refused.status()).isEqualTo(413));
            assertThatThrownBy(() -> store(HANNAH, "a.exe", "small"))
                    .isInstanceOfSatisfying(
                            FileRefused.class,
                            refused -> assertThat(refused.status()).isEqualTo(415));
            assertThatThrownBy(() -> store(HANNAH, "a.txt", "")).isInstanceOf(Invalid.class);
            assertThat(database.sql().fetchCount(ATTACHMENT)).isZero();
        });
        assertThat(kept(acme)).isEmpty();
    }

    @Test
    void theSameContentCountsOnceAgainstWhatADeskMayStore() {
        Tenants.run(acme, () -> {
            database.sql()
                    .update(ATTACHMENT_RULE)
                    .set(ATTACHMENT_RULE.STORAGE_LIMIT, 10L)
                    .execute();
            store(HANNAH, "a.txt", "ten bytes.");
            store(ERIK, "b.txt", "ten bytes.");

            assertThatThrownBy(() -> store(HANNAH, "c.txt", "x")).isInstanceOf(Conflict.class);
            assertThat(stored()).isEqualTo(10);
        });
        assertThat(kept(acme)).hasSize(1);
    }

    @Test
    void onlyWhoBroughtAFileGivesItAwayAndOnce() {
        Tenants.run(acme, () -> {
            long file = store(HANNAH, "a.txt", "a").id();

            assertThatThrownBy(() -> claim(ERIK, SHELF, file)).isInstanceOf(Invalid.class);
            assertThatThrownBy(() -> claim(HANNAH, SHELF, file, 955_555)).isInstanceOf(Invalid.class);
            assertThat(claim(HANNAH, SHELF, file)).hasSize(1);
            assertThat(claim(HANNAH, SHELF, file))
                    .as("by the same holder again")
                    .hasSize(1);
            assertThatThrownBy(() -> claim(HANNAH, new Holder("shelf", 2), file))
                    .isInstanceOf(Invalid.class);
            assertThat(attachments.of(SHELF)).extracting(Attachment::id).containsExactly(file);
        });
    }

    @Test
    void anotherTenantsFileIsNobodys() {
        long file = in(acme, () -> store(HANNAH, "a.txt", "a")).id();
        long same = in(globex, () -> store(HANNAH, "a.txt", "a")).id();

        Tenants.run(
                globex,
                () -> assertThatThrownBy(() -> claim(HANNAH, SHELF, Math.max(file, same) + 1))
                        .isInstanceOf(Invalid.class));
        Tenants.run(acme, () -> claim(HANNAH, SHELF, file));
        assertThat(in(globex, () -> attachments.of(SHELF))).isEmpty();
        assertThat(kept(acme)).isEqualTo(kept(globex));
    }

    @Test
    void whatNobodyClaimsWithinADayIsSweptAway() {
        long claimed = in(acme, () -> store(HANNAH, "a.txt", "a")).id();
        in(acme, () -> store(HANNAH, "b.png", Pictures.of("png", 900, 900)));
        Tenants.run(acme, () -> claim(HANNAH, SHELF, claimed));

        clock.advance(Duration.ofHours(23));
        due.run(acme);
        assertThat(kept(acme)).hasSize(3);
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        due.run(acme);

        assertThat(kept(acme)).hasSize(1);
        assertThat(in(acme, this::stored)).isEqualTo(1);
        assertThat(in(acme, () -> attachments.of(SHELF))).hasSize(1);
    }

    @Test
    void whatIsReleasedGoesUnlessAnotherFileHasTheSameContent() {
        long mine = in(acme, () -> store(HANNAH, "a.txt", "same")).id();
        long other = in(acme, () -> store(ERIK, "b.txt", "same")).id();
        Tenants.run(acme, () -> {
            claim(HANNAH, SHELF, mine);
            claim(ERIK, new Holder("shelf", 2), other);
            attachments.release(SHELF);
            assertThat(attachments.of(SHELF)).isEmpty();
        });

        due.run(acme);
        assertThat(kept(acme)).hasSize(1);
        Tenants.run(acme, () -> attachments.release(new Holder("shelf", 2), List.of(other)));
        due.run(acme);

        assertThat(kept(acme)).isEmpty();
        assertThat(in(acme, this::stored)).isZero();
    }

    @Test
    void sweepingWhileTheSameContentIsBroughtLosesNothing() throws Exception {
        for (int round = 0; round < 10; round++) {
            Tenants.run(
                    acme,
                    () -> claim(HANNAH, SHELF, store(HANNAH, "a.txt", "again").id()));
            Tenants.run(acme, () -> attachments.release(SHELF));
            Callable<Attachment> bring = () -> in(acme, () -> store(ERIK, "b.txt", "again"));
            Callable<Object> sweep = () -> in(acme, () -> {
                new Sweeping(blobs, new StoredAttachments(database), transactions, clock).run();
                return List.of();
            });
            Attachment brought;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var sweeping = threads.submit(sweep);
                var bringing = threads.submit(bring);
                brought = bringing.get();
                sweeping.get();
            }

            assertThat(kept(acme)).containsExactly(new BlobKey(brought.sha256()));
            Tenants.run(acme, () -> claim(ERIK, SHELF, brought.id()));
            Tenants.run(acme, () -> attachments.release(SHELF));
        }
    }

    @Test
    void aFileIsNotBroughtWithinATransaction() {
        Tenants.run(
                acme,
                () -> assertThatThrownBy(() -> transactions.executeWithoutResult(status -> store(HANNAH, "a.txt", "a")))
                        .isInstanceOf(IllegalStateException.class));
    }

    @Test
    void aClaimIsTakenBackWithItsTransaction() {
        Tenants.run(acme, () -> {
            long file = store(HANNAH, "a.txt", "a").id();
            transactions.executeWithoutResult(status -> {
                claim(HANNAH, SHELF, file);
                status.setRollbackOnly();
            });

            assertThat(attachments.of(SHELF)).isEmpty();
            assertThat(attachments.waiting(HANNAH, List.of(file))).hasSize(1);
            assertThat(attachments.waiting(ERIK, List.of(file))).isEmpty();
        });
    }

    private List<Attachment> claim(Uploader by, Holder holder, long... ids) {
        return transactions.execute(
                status -> attachments.claim(by, Arrays.stream(ids).boxed().toList(), holder));
    }

    private Attachment store(Uploader by, String name, String content) {
        return store(by, name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Attachment store(Uploader by, String name, byte[] content) {
        return attachments.store(by, name, new ByteArrayInputStream(content));
    }

    private long stored() {
        return new StoredAttachments(database).rules().stored();
    }

    private List<BlobKey> kept(Tenant tenant) {
        try (var keys = blobs.list(tenant.id())) {
            return keys.sorted(Comparator.comparing(BlobKey::hex)).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static <R> R in(Tenant tenant, Supplier<R> act) {
        return Tenants.in(tenant, act::get);
    }
}
