package dev.lodge.attachments;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * Where files are kept, and how much one request may bring.
 *
 * @param blobs the directory of {@link DiskBlobs}; several nodes share one
 * @param largestUpload no tenant can allow larger files
 */
@ConfigurationProperties("lodge")
record AttachmentSettings(Path blobs, DataSize largestUpload) {

    AttachmentSettings {
        if (largestUpload.toMegabytes() < 1 || largestUpload.toMegabytes() > 1024) {
            throw new IllegalArgumentException("LODGE_LARGEST_UPLOAD is 1MB to 1024MB.");
        }
    }
}
