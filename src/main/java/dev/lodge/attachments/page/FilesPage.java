package dev.lodge.attachments.page;

import dev.lodge.attachments.FileRules;
import dev.lodge.attachments.Size;
import dev.lodge.problem.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * The rules about files, as they are being edited.
 *
 * @param largestPossible megabytes that no rule can exceed
 * @param stale whether somebody else changed them meanwhile
 */
public record FilesPage(FileRules now, long largestPossible, FilesForm form, FieldErrors errors, boolean stale) {

    public Size stored() {
        return new Size(now.stored());
    }

    public @Nullable Size limit() {
        var limit = now.storageLimit();
        return limit == null ? null : new Size(limit);
    }
}
