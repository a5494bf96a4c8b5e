package dev.lodge.tickets.page;

import org.jspecify.annotations.Nullable;

/**
 * Where one writes.
 *
 * @param text what was typed so far
 * @param note whether it is an internal note
 * @param key for sending it once
 * @param preview how it will look, or null
 * @param refusal why it was not sent
 */
public record Composer(
        String text, boolean note, String key, @Nullable MessageHtml preview, Refusal refusal) {

    static Composer empty() {
        return new Composer("", false, OnceOnly.newKey(), null, Refusal.NONE);
    }

    static Composer of(ReplyForm form) {
        return new Composer(
                form.text(), form.isNote(), form.key() == null ? OnceOnly.newKey() : form.key(), null, Refusal.NONE);
    }

    Composer showing(MessageHtml html) {
        return new Composer(text, note, key, html, refusal);
    }

    Composer refused(Refusal why) {
        return new Composer(text, note, key, preview, why);
    }
}
