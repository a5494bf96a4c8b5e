package dev.lodge.attachments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store keeps to. A new one gets a class of tests that extends this. */
abstract class BlobStoreContract {

    static final long ACME = 7;
    static final long GLOBEX = 8;
    private static final long PLENTY = 1 << 30;

    /** SHA-256 of nothing but these bytes, as everybody computes it. */
    private static final BlobKey ABC = new BlobKey("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    BlobStore store;

    /** A store with nothing in it. */
    abstract BlobStore empty() throws IOException;

    /** Changes a byte of what is there, behind the store's back. */
    abstract void damage(long tenantId, BlobKey key) throws IOException;

    /** How many things the store has of this tenant, whole ones or others. */
    abstract long traces(long tenantId) throws IOException;

    @BeforeEach
    void nothingIsThere() throws IOException {
        store = empty();
    }

    @Test
    void whatIsKeptIsFoundUnderTheHashOfItsBytes() throws IOException {
        try (var arriving = store.receive(ACME, content("abc"), PLENTY)) {
            assertThat(arriving.key()).isEqualTo(ABC);
            assertThat(arriving.size()).isEqualTo(3);
            try (var bytes = arriving.open()) {
                assertThat(bytes).hasContent("abc");
            }
            arriving.keep();
        }

        assertThat(store.size(ACME, ABC)).hasValue(3);
        assertThat(read(ACME, ABC)).isEqualTo("abc");
        assertThat(store.isIntact(ACME, ABC)).isTrue();
    }

    @Test
    void whatIsNotKeptWasNeverThere() throws IOException {
        try (var arriving = store.receive(ACME, content("abc"), PLENTY)) {
            assertThat(store.open(ACME, arriving.key())).isEmpty();
        }

        assertThat(store.size(ACME, ABC)).isEmpty();
        assertThat(traces(ACME)).isZero();
    }

    @Test
    void whatBreaksOffMidwayLeavesNothing() throws IOException {
        var broken = new FilterInputStream(content("abc".repeat(100_000))) {
            private int reads;

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                if (reads++ == 2) {
                    throw new IOException("The line is cut");
                }
                return super.read(into, offset, length);
            }
        };

        assertThatThrownBy(() -> store.receive(ACME, broken, PLENTY)).hasMessage("The line is cut");
        assertThat(traces(ACME)).isZero();
    }

    @Test
    void moreThanIsTakenLeavesNothingAndIsNotReadToItsEnd() throws IOException {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };

        assertThatThrownBy(() -> store.receive(ACME, endless, 1_000_000)).isInstanceOf(ContentTooLong.class);
        assertThat(traces(ACME)).isZero();
        try (var arriving = store.receive(ACME, content("abc"), 3)) {
            assertThat(arriving.size()).isEqualTo(3);
        }
    }

    @Test
    void theSameContentIsThereOnceHoweverOftenItIsBrought() throws IOException {
        keep(ACME, "abc");
        keep(ACME, "abc");

        assertThat(keys(ACME)).containsExactly(ABC);
        assertThat(traces(ACME)).isEqualTo(1);
    }

    @Test
    void theSameContentBroughtByManyAtOnceIsThereOnceAndWhole() throws Exception {
        var large = new byte[300_000];
        new Random(1).nextBytes(large);
        var all = new ArrayList<Callable<BlobKey>>();
        for (int i = 0; i < 16; i++) {
            all.add(() -> keep(ACME, new ByteArrayInputStream(large)));
        }
        List<Future<BlobKey>> kept;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            kept = threads.invokeAll(all);
        }

        var key = kept.getFirst().get();
        for (var one : kept) {
            assertThat(one.get()).isEqualTo(key);
        }
        assertThat(keys(ACME)).containsExactly(key);
        assertThat(store.isIntact(ACME, key)).isTrue();
        assertThat(traces(ACME)).isEqualTo(1);
    }

    @Test
    void tenantsShareNothingNotEvenTheSameContent() throws IOException {
        keep(ACME, "abc");

        assertThat(store.open(GLOBEX, ABC)).isEmpty();
        assertThat(keys(GLOBEX)).isEmpty();
        keep(GLOBEX, "abc");
        store.delete(ACME, ABC);
        assertThat(read(GLOBEX, ABC)).isEqualTo("abc");
        assertThat(traces(ACME)).isZero();
    }

    @Test
    void whatIsDeletedIsGoneAndMayBeDeletedAgain() throws IOException {
        keep(ACME, "abc");

        store.delete(ACME, ABC);
        store.delete(ACME, ABC);

        assertThat(store.size(ACME, ABC)).isEmpty();
        assertThat(store.isIntact(ACME, ABC)).isFalse();
    }

    @Test
    void damageIsFoundAndMendedByBringingTheContentAgain() throws IOException {
        keep(ACME, "abc");
        damage(ACME, ABC);
        assertThat(store.isIntact(ACME, ABC)).isFalse();

        keep(ACME, "abc");

        assertThat(store.isIntact(ACME, ABC)).isTrue();
    }

    @Test
    void whatNeverCameToAnEndIsFreedOnceItIsOld() throws IOException {
        var abandoned = store.receive(ACME, content("abc"), PLENTY);

        store.discardUnfinished(ACME, Duration.ofHours(1));
        assertThat(traces(ACME)).isEqualTo(1);
        store.discardUnfinished(ACME, Duration.ZERO);
        store.discardUnfinished(GLOBEX, Duration.ZERO);

        assertThat(traces(ACME)).isZero();
        abandoned.close();
    }

    @Test
    void aContentMayBeAsLargeAsItLikesAndIsStreamed() throws IOException {
        long size = 3L * Runtime.getRuntime().maxMemory() / 4;
        long bytes = Math.min(size, 200 << 20);
        var zeros = new InputStream() {
            private long left = bytes;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int read = (int) Math.min(length, left);
                left -= read;
                return read;
            }
        };
        try (var arriving = store.receive(ACME, zeros, PLENTY)) {
            assertThat(arriving.size()).isEqualTo(bytes);
        }
    }

    private BlobKey keep(long tenantId, String text) throws IOException {
        return keep(tenantId, content(text));
    }

    private BlobKey keep(long tenantId, InputStream content) throws IOException {
        try (var arriving = store.receive(tenantId, content, PLENTY)) {
            arriving.keep();
            return arriving.key();
        }
    }

    private String read(long tenantId, BlobKey key) throws IOException {
        try (var content = store.open(tenantId, key).orElseThrow()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<BlobKey> keys(long tenantId) throws IOException {
        try (var keys = store.list(tenantId)) {
            return keys.toList();
        }
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
