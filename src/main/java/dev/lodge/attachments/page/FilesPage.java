package dev.lodge.attachments.page;

import dev.lodge.attachments.FileRules;
import dev.lodge.attachments.Sizes;
import dev.lodge.problem.FieldErrors;

/**
 * The rules about files, as they are being edited.
 *
 * @param largestPossible megabytes that no rule can exceed
 * @param stale whether somebody else changed them meanwhile
 */
public record FilesPage(FileRules now, long largestPossible, FilesForm form, FieldErrors errors, boolean stale) {

    public String stored() {
        return Sizes.words(now.stored());
    }

    public String limit() {
        var limit = now.storageLimit();
        return limit == null ? "" : Sizes.words(limit);
    }
}
