package dev.lodge.attachments;

import dev.lodge.accounts.SignedIn;
import org.jspecify.annotations.Nullable;

/** A kind of things that hold files: messages, articles. Beans of this type say who may read what they hold. */
public interface AttachmentHolder {

    /** The word by which its things are named as {@link Holder#subject}: 1 to 20 of a to z and underscore. It never changes. */
    String subject();

    /**
     * Whether the thing, and with it each of its files, is there for somebody. Asked for the tenant in force.
     *
     * @param who null for a visitor who is not signed in
     * @param subjectId may be of a thing that is gone
     */
    boolean mayRead(@Nullable SignedIn who, long subjectId);
}
