package dev.lodge.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Contents under the hash of their bytes, each tenant's apart from all others'. The same content is there once, however often it is
 * brought. Memory in use does not grow with a content's size. {@code BlobStoreContract} among the tests says the rest: every
 * implementation passes it.
 *
 * <p>Tenants are named by their id, which is never used again: a tenant that takes over a deleted one's name finds nothing of it.
 */
public interface BlobStore {

    /**
     * Takes in a content and finds out its name. It is not in the store before {@link Arriving#keep}.
     *
     * @param most bytes that are taken
     * @throws ContentTooLong if there are more
     */
    Arriving receive(long tenantId, InputStream content, long most) throws IOException;

    /** To be closed by the caller. Empty if it is not there. */
    Optional<InputStream> open(long tenantId, BlobKey key) throws IOException;

    /** In bytes. Empty if it is not there. */
    OptionalLong size(long tenantId, BlobKey key) throws IOException;

    /** Afterwards it is not there; nothing happens if it was not. */
    void delete(long tenantId, BlobKey key) throws IOException;

    /** All that the tenant has, in no order. To be closed by the caller. */
    Stream<BlobKey> list(long tenantId) throws IOException;

    /**
     * Frees what never came to an end, because a node died.
     *
     * @param age how long nothing more of it must have come, by the clock of the store
     */
    void discardUnfinished(long tenantId, Duration age) throws IOException;

    /** Reads the whole of it. False if it is not there, or its bytes are not those that were kept. */
    default boolean isIntact(long tenantId, BlobKey key) throws IOException {
        var found = open(tenantId, key);
        if (found.isEmpty()) {
            return false;
        }
        var digest = BlobKey.digest();
        var buffer = new byte[1 << 16];
        try (var content = found.get()) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return BlobKey.of(digest.digest()).equals(key);
    }

    /** A content that was received whole. Closing it without having kept it leaves nothing behind. */
    interface Arriving extends AutoCloseable {

        BlobKey key();

        long size();

        /** Its bytes, while it is neither kept nor closed. */
        InputStream open() throws IOException;

        /** It is in the store now, and stays through a loss of power. What was there under its name had the same bytes. */
        void keep() throws IOException;

        @Override
        void close() throws IOException;
    }
}
