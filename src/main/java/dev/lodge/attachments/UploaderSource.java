package dev.lodge.attachments;

import dev.lodge.accounts.SignedIn;
import java.util.Optional;

/** Who somebody signed in is when they bring a file. Beans of this type are asked in order; each knows one kind of people. */
@FunctionalInterface
public interface UploaderSource {

    /** Empty for people of another kind, and for those who may write nothing that takes a file. */
    Optional<Uploader> uploader(SignedIn who);
}
