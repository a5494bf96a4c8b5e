/**
 * Files that people bring along: how they are kept, what may be brought, who may read them, and when they go. Their bytes lie in a
 * {@link dev.lodge.attachments.BlobStore}, once per tenant and content. A file first belongs to whoever brought it; the module that it
 * was brought for claims it through {@link dev.lodge.attachments.Attachments} in the transaction of what holds it then, and says as an
 * {@link dev.lodge.attachments.AttachmentHolder} who may read that. What nothing holds is swept away.
 */
@NullMarked
package dev.lodge.attachments;

import org.jspecify.annotations.NullMarked;
