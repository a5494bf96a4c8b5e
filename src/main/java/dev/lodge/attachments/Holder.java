package dev.lodge.attachments;

/**
 * One thing that holds files.
 *
 * @param subject what kind of thing, see {@link AttachmentHolder}
 * @param id of the thing
 */
public record Holder(String subject, long id) {}
