package dev.lodge.attachments;

import org.jspecify.annotations.Nullable;

/**
 * A file as the API and pages show it.
 *
 * @param name as it was called by whoever brought it, cleaned
 * @param mediaType told by its bytes
 * @param size in bytes
 * @param width in pixels, as it is to be shown; only of pictures that browsers may show
 * @param url a path of the tenant's host
 * @param thumbnailUrl of a picture of at most 320 pixels on a side, or null
 * @param sha256 of its bytes, in hexadecimal digits
 */
public record Attachment(
        long id,
        String name,
        String mediaType,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        String url,
        @Nullable String thumbnailUrl,
        String sha256) {

    /** Whether browsers may show it in place. */
    public boolean isPicture() {
        return width != null;
    }
}
