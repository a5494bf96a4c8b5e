package dev.lodge.customers;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.problem.FieldErrors;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A {@link NewCustomer} whose form is right; whether the organisation exists is asked next.
 *
 * @param emails the primary first, none twice
 */
record CheckedCustomer(
        String name,
        List<EmailAddress> emails,
        @Nullable Long organization,
        @Nullable String language,
        @Nullable String timeZone,
        String notes) {

    private static final int NAME = 120;
    private static final int EMAILS = 20;
    private static final int NOTES = 10_000;

    /** @throws dev.lodge.problem.Invalid naming each field that is wrong */
    static CheckedCustomer of(NewCustomer request) {
        var emails = new ArrayList<EmailAddress>();
        var errors = name(request.name()).and(notes(request.notes()));
        if (request.email() != null && !add(request.email(), emails)) {
            errors = errors.and("email", "customers.invalid.email");
        }
        List<@Nullable String> others = request.emails() == null ? List.of() : request.emails();
        if (others.size() > EMAILS) {
            errors = errors.and("emails", "customers.invalid.too_many_emails", EMAILS);
        } else if (!others.stream().allMatch(other -> add(other, emails))) {
            errors = errors.and("emails", "customers.invalid.email");
        }
        if (request.language() != null && !isLanguage(request.language())) {
            errors = errors.and("language", "customers.invalid.language");
        }
        if (request.timeZone() != null && !isTimeZone(request.timeZone())) {
            errors = errors.and("time_zone", "customers.invalid.time_zone");
        }
        errors.throwIfAny();
        return new CheckedCustomer(
                Objects.requireNonNull(request.name()).strip(),
                List.copyOf(emails),
                request.organization(),
                request.language(),
                request.timeZone(),
                request.notes() == null ? "" : request.notes().strip());
    }

    static FieldErrors name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            return FieldErrors.of("name", "customers.invalid.required");
        }
        if (name.strip().length() > NAME) {
            return FieldErrors.of("name", "customers.invalid.too_long", NAME);
        }
        return name.strip().chars().anyMatch(Character::isISOControl)
                ? FieldErrors.of("name", "customers.invalid.one_line")
                : FieldErrors.none();
    }

    static FieldErrors notes(@Nullable String notes) {
        return notes != null && notes.length() > NOTES
                ? FieldErrors.of("notes", "customers.invalid.too_long", NOTES)
                : FieldErrors.none();
    }

    private static boolean add(@Nullable String written, List<EmailAddress> emails) {
        var address = written == null ? null : EmailAddress.of(written).orElse(null);
        if (address != null && emails.stream().noneMatch(known -> known.key().equals(address.key()))) {
            emails.add(address);
        }
        return address != null;
    }

    private static boolean isLanguage(String tag) {
        try {
            return !tag.isEmpty()
                    && !new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .getLanguage()
                            .isEmpty();
        } catch (IllformedLocaleException notOne) {
            return false;
        }
    }

    private static boolean isTimeZone(String name) {
        try {
            return ZoneId.getAvailableZoneIds().contains(ZoneId.of(name).getId());
        } catch (DateTimeException notOne) {
            return false;
        }
    }
}
