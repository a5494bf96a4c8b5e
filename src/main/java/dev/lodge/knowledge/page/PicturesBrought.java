package dev.lodge.knowledge.page;

import dev.lodge.accounts.Caller;
import dev.lodge.attachments.Attachment;
import dev.lodge.attachments.FilesBrought;
import dev.lodge.attachments.Uploader;
import dev.lodge.problem.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Stores pictures that come with the form of an article, as browsers without a script send them, and puts them below its text. */
@Component
final class PicturesBrought {

    private final FilesBrought files;

    PicturesBrought(FilesBrought files) {
        this.files = files;
    }

    /**
     * A form after its pictures were stored.
     *
     * @param errors about those that were refused, on the field {@code body}
     */
    record Pictured(ArticleForm form, FieldErrors errors) {}

    /** @param uploads what comes with the form; browsers send one without a name for none */
    Pictured bring(Caller caller, ArticleForm form, @Nullable List<MultipartFile> uploads) {
        var brought = files.bring(new Uploader.Agent(caller.agentId()), null, uploads);
        var body = new StringBuilder(ArticleForm.shown(form.body()));
        for (Attachment file : brought.now()) {
            body.append(body.isEmpty() ? "" : "\n\n").append(markdown(file));
        }
        return new Pictured(form.withBody(body.toString()), ofBody(brought.errors()));
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
