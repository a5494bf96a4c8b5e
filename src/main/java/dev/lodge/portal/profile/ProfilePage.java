package dev.lodge.portal.profile;

import dev.lodge.accounts.SessionRow;
import dev.lodge.customers.CustomerDetails;
import dev.lodge.customers.MailWishes;
import dev.lodge.problem.FieldErrors;
import dev.lodge.web.Choice;
import dev.lodge.web.Language;
import dev.lodge.web.Text;
import dev.lodge.web.Zones;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer's profile.
 *
 * @param form as it was sent, if that was refused
 * @param hasPassword whether one was chosen
 */
public record ProfilePage(
        CustomerDetails customer,
        ProfileForm form,
        boolean hasPassword,
        List<SessionRow> sessions,
        FieldErrors errors) {

    /** What is asked of the customer. */
    public record ProfileForm(
            @Nullable String name,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable Boolean mailAnswered,
            @Nullable Boolean mailSolved) {

        static ProfileForm of(CustomerDetails customer, MailWishes wishes) {
            return new ProfileForm(
                    customer.name(), customer.language(), customer.timeZone(), wishes.answered(), wishes.solved());
        }

        MailWishes wishes() {
            return new MailWishes(Boolean.TRUE.equals(mailAnswered), Boolean.TRUE.equals(mailSolved));
        }
    }

    public static String text(@Nullable String field) {
        return Objects.requireNonNullElse(field, "");
    }

    /** Those that Lodge speaks; only while the page is rendered. */
    public List<Choice> languages() {
        return Stream.concat(
                        Stream.of(new Choice("", Text.text("portal.profile.language_of_desk"))),
                        Language.choices().stream())
                .toList();
    }

    /** What stands for the stored language among them: another one is spoken to as {@link Language#nearest} says. */
    public String language() {
        String stored = text(form.language());
        return stored.isEmpty()
                ? ""
                : Language.nearest(Locale.forLanguageTag(stored)).tag();
    }

    /** All places that have a time zone; only while the page is rendered. */
    public List<Choice> zones() {
        return Zones.orNone(Text.text("portal.profile.zone_of_desk"));
    }
}
