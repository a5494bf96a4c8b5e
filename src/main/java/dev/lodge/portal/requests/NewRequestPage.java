package dev.lodge.portal.requests;

import dev.lodge.attachments.Attachment;
import dev.lodge.problem.FieldErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new request.
 *
 * @param files brought for it
 * @param answersTo the address that the signed-in customer gets answers at, or null
 * @param anonymous whether nobody is signed in
 * @param lockedMinutes how long nothing more is accepted, 0 if it is
 * @param about the title of the article that somebody came from, or null
 * @param suggested what may answer it
 */
public record NewRequestPage(
        NewRequestForm form,
        List<Attachment> files,
        FieldErrors errors,
        @Nullable String answersTo,
        boolean anonymous,
        long lockedMinutes,
        @Nullable String about,
        SuggestionsModel suggested) {}
