package dev.lodge.attachments;

import java.io.IOException;

/** There are more bytes than were to be taken. */
public class ContentTooLong extends IOException {

    private static final long serialVersionUID = 1;

    /** @param most the bytes that would have been taken */
    public ContentTooLong(long most) {
        super("More than %d bytes".formatted(most));
    }
}
