package dev.lodge.attachments;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.io.AbstractResource;
import org.springframework.http.MediaType;

/** A content of the store, of which parts may be asked for. */
final class BlobResource extends AbstractResource {

    private final BlobStore blobs;
    private final long tenantId;
    private final BlobKey key;
    private final long size;

    BlobResource(BlobStore blobs, long tenantId, BlobKey key, long size) {
        this.blobs = blobs;
        this.tenantId = tenantId;
        this.key = key;
        this.size = size;
    }

    /** As its own bytes tell. */
    MediaType mediaType() throws IOException {
        try (var content = getInputStream()) {
            return MediaType.parseMediaType(
                    FileKind.of(content.readNBytes(FileKind.TELLING)).mediaType(""));
        }
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return blobs.open(tenantId, key).orElseThrow(() -> new FileNotFoundException(key.hex()));
    }

    @Override
    public long contentLength() {
        return size;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public String getDescription() {
        return "content " + key;
    }
}
