package dev.lodge.attachments;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.FileRefused;
import dev.lodge.problem.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Stores what comes with a form before anything else is done with it, so that a form that is refused brings its files back. */
@Component
public final class FilesBrought {

    private final Attachments attachments;

    FilesBrought(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * @param by whoever sends the form
     * @param before ids of files that were stored before, as a form says
     * @param uploads what comes with the form; browsers send one without a name for none
     */
    public BroughtFiles bring(Uploader by, @Nullable List<Long> before, @Nullable List<MultipartFile> uploads) {
        List<Long> ids = before == null
                ? List.of()
                : before.stream().filter(Objects::nonNull).toList();
        List<Attachment> now = new ArrayList<>();
        var errors = FieldErrors.none();
        for (MultipartFile upload : uploads == null ? List.<MultipartFile>of() : uploads) {
            String name = Objects.requireNonNullElse(upload.getOriginalFilename(), "");
            if (name.isEmpty() && upload.isEmpty()) {
                continue;
            }
            try (var content = upload.getInputStream()) {
                now.add(attachments.store(by, name, content));
            } catch (Invalid empty) {
                errors = errors.and(ofField(empty.errors()));
            } catch (FileRefused refused) {
                errors = errors.and(ofField(refused.errors()));
            } catch (Conflict full) {
                errors = errors.and(ofField(full.errors()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        var waiting = ids.isEmpty() ? List.<Attachment>of() : attachments.waiting(by, ids);
        return new BroughtFiles(ids, waiting, now, errors);
    }

    private static FieldErrors ofField(FieldErrors errors) {
        var ofField = FieldErrors.none();
        for (var entry : errors.entries()) {
            ofField = ofField.and("files", entry.message());
        }
        return ofField;
    }
}
