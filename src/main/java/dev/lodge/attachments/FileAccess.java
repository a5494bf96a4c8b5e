package dev.lodge.attachments;

import dev.lodge.accounts.SignedIn;
import dev.lodge.problem.Forbidden;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.Unauthenticated;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who may bring and who may read files. What is not somebody's to read is not there for them. */
@Component
class FileAccess {

    private final StoredAttachments stored;
    private final ObjectProvider<AttachmentHolder> holders;
    private final ObjectProvider<UploaderSource> uploaders;

    FileAccess(
            StoredAttachments stored,
            ObjectProvider<AttachmentHolder> holders,
            ObjectProvider<UploaderSource> uploaders) {
        this.stored = stored;
        this.holders = holders;
        this.uploaders = uploaders;
    }

    /** Whoever sent the request in hand, as somebody who brings a file. */
    Uploader requireUploader() {
        var who = who();
        if (who == null) {
            throw new Unauthenticated();
        }
        return uploader(who).orElseThrow(Forbidden::new);
    }

    /** The file, if whoever sent the request in hand may read it. */
    StoredFile requireReadable(long id) {
        var who = who();
        return stored.find(id).filter(file -> mayRead(who, file)).orElseThrow(NotFound::new);
    }

    /** Whether it is there for somebody who is not signed in, too. */
    boolean isForEverybody(StoredFile file) {
        return mayRead(null, file);
    }

    private boolean mayRead(@Nullable SignedIn who, StoredFile file) {
        var holder = file.holder();
        if (holder == null) {
            return who != null
                    && uploader(who)
                            .filter(by -> by.code().equals(file.uploader()))
                            .isPresent();
        }
        return file.isKept()
                && holders.stream()
                        .filter(rule -> rule.subject().equals(holder.subject()))
                        .findFirst()
                        .filter(rule -> rule.mayRead(who, holder.id()))
                        .isPresent();
    }

    private Optional<Uploader> uploader(SignedIn who) {
        return uploaders
                .orderedStream()
                .flatMap(source -> source.uploader(who).stream())
                .findFirst();
    }

    private static @Nullable SignedIn who() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn found ? found : null;
    }
}
