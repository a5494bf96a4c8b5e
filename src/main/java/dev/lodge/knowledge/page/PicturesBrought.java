package dev.lodge.knowledge.page;

import dev.lodge.accounts.Caller;
import dev.lodge.attachments.Attachment;
import dev.lodge.attachments.Attachments;
import dev.lodge.attachments.Uploader;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.FileRefused;
import dev.lodge.problem.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Stores pictures that come with the form of an article, as browsers without a script send them, and puts them below its text. */
@Component
final class PicturesBrought {

    private final Attachments attachments;

    PicturesBrought(Attachments attachments) {
        this.attachments = attachments;
    }

    /**
     * A form after its pictures were stored.
     *
     * @param errors about those that were refused, on the field {@code body}
     */
    record Pictured(ArticleForm form, FieldErrors errors) {}

    /** @param uploads what comes with the form; browsers send one without a name for none */
    Pictured bring(Caller caller, ArticleForm form, @Nullable List<MultipartFile> uploads) {
        var by = new Uploader.Agent(caller.agentId());
        var body = new StringBuilder(ArticleForm.shown(form.body()));
        var errors = FieldErrors.none();
        for (MultipartFile upload : uploads == null ? List.<MultipartFile>of() : uploads) {
            String name = Objects.requireNonNullElse(upload.getOriginalFilename(), "");
            if (name.isEmpty() && upload.isEmpty()) {
                continue;
            }
            try (var content = upload.getInputStream()) {
                var stored = attachments.store(by, name, content);
                body.append(body.isEmpty() ? "" : "\n\n").append(markdown(stored));
            } catch (Invalid empty) {
                errors = errors.and(ofBody(empty.errors()));
            } catch (FileRefused refused) {
                errors = errors.and(ofBody(refused.errors()));
            } catch (Conflict full) {
                errors = errors.and(ofBody(full.errors()));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return new Pictured(form.withBody(body.toString()), errors);
    }

    /** What is no picture is linked to. */
    private static String markdown(Attachment file) {
        String mark = file.isPicture() ? "!" : "";
        return "%s[%s](%s)".formatted(mark, file.name().replaceAll("[\\[\\]\\\\]", ""), file.url());
    }

    private static FieldErrors ofBody(FieldErrors errors) {
        var ofBody = FieldErrors.none();
        for (var entry : errors.entries()) {
            ofBody = ofBody.and("body", entry.message());
        }
        return ofBody;
    }
}
