package dev.lodge.email;

import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Choice;
import dev.lodge.web.Text;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page about how mail is sent.
 *
 * @param route {@code own}, {@code platform} or {@code none}: by which server it goes now
 * @param sender whom it comes from now
 * @param hasPassword whether a password is stored
 * @param kept how many mails are kept
 * @param stale whether somebody else changed the settings meanwhile
 * @param tried a test that was just made, or null
 */
public record SendingPage(
        SendingForm form,
        FieldErrors errors,
        String route,
        Sender sender,
        boolean hasPassword,
        long kept,
        boolean stale,
        @Nullable TriedMail tried) {

    public List<Choice> securities() {
        return Arrays.stream(Security.values())
                .map(security -> new Choice(security.code(), Text.text("email.security." + security.code())))
                .toList();
    }
}
