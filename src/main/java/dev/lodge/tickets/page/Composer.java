package dev.lodge.tickets.page;

import dev.lodge.attachments.Attachment;
import dev.lodge.idempotency.OnceOnly;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where one writes.
 *
 * @param text what was typed so far
 * @param note whether it is an internal note
 * @param key for sending it once
 * @param preview how it will look, or null
 * @param files brought for it, sent with it
 * @param refusal why it was not sent
 */
public record Composer(
        String text, boolean note, String key, @Nullable MessageHtml preview, List<Attachment> files, Refusal refusal) {

    static Composer empty() {
        return new Composer("", false, OnceOnly.newKey(), null, List.of(), Refusal.NONE);
    }

    static Composer of(ReplyForm form, List<Attachment> files) {
        return new Composer(
                form.text(),
                form.isNote(),
                form.key() == null ? OnceOnly.newKey() : form.key(),
                null,
                files,
                Refusal.NONE);
    }

    Composer showing(MessageHtml html) {
        return new Composer(text, note, key, html, files, refusal);
    }

    Composer refused(Refusal why) {
        return new Composer(text, note, key, preview, files, why);
    }
}
