package dev.lodge.attachments;

import org.jspecify.annotations.Nullable;

/**
 * A file as its row has it.
 *
 * @param thumbnail null if there is none
 * @param uploader {@link Uploader#code}
 * @param holder null while nothing holds it
 * @param isKept false once it is to be swept away
 */
record StoredFile(
        long id,
        BlobKey key,
        FileName name,
        String mediaType,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable BlobKey thumbnail,
        String uploader,
        @Nullable Holder holder,
        boolean isKept) {

    boolean isHeldBy(String subject) {
        return holder != null && holder.subject().equals(subject);
    }

    Attachment shown() {
        String address = "/attachments/" + id;
        return new Attachment(
                id,
                name.text(),
                mediaType,
                size,
                width,
                height,
                address + "/" + name.inPath(),
                thumbnail == null ? null : address + "/thumbnail",
                key.hex());
    }
}
