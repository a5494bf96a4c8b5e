package dev.lodge.tickets;

import dev.lodge.problem.FieldErrors;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What may be written where: lengths in characters, and the form in which it is kept. */
final class TicketText {

    static final int SUBJECT = 200;
    static final int BODY = 65_000;
    static final int REASON = 1_000;
    static final int TAG = 40;
    static final int TAGS = 20;

    private TicketText() {}

    static FieldErrors subject(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return FieldErrors.of("subject", "tickets.invalid.required");
        }
        if (text.strip().length() > SUBJECT) {
            return FieldErrors.of("subject", "tickets.invalid.too_long", SUBJECT);
        }
        return text.strip().chars().anyMatch(Character::isISOControl)
                ? FieldErrors.of("subject", "tickets.invalid.one_line")
                : FieldErrors.none();
    }

    static FieldErrors body(String field, @Nullable String text) {
        return text(field, text, BODY);
    }

    static FieldErrors reason(@Nullable String text) {
        return text("reason", text, REASON);
    }

    private static FieldErrors text(String field, @Nullable String text, int longest) {
        if (text == null || text.isBlank()) {
            return FieldErrors.of(field, "tickets.invalid.required");
        }
        if (cleanBody(text).length() > longest) {
            return FieldErrors.of(field, "tickets.invalid.too_long", longest);
        }
        return text.chars().anyMatch(TicketText::isForeign)
                ? FieldErrors.of(field, "tickets.invalid.control")
                : FieldErrors.none();
    }

    static FieldErrors tags(@Nullable List<@Nullable String> tags) {
        if (tags == null) {
            return FieldErrors.none();
        }
        if (tags.size() > TAGS) {
            return FieldErrors.of("tags", "tickets.invalid.too_many_tags", TAGS);
        }
        return tags.stream().allMatch(TicketText::isTag)
                ? FieldErrors.none()
                : FieldErrors.of("tags", "tickets.invalid.tag", TAG);
    }

    static String cleanSubject(String text) {
        return text.strip();
    }

    static String cleanBody(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    static List<String> cleanTags(@Nullable List<@Nullable String> tags) {
        if (tags == null) {
            return List.of();
        }
        return tags.stream()
                .filter(Objects::nonNull)
                .map(TicketText::cleanTag)
                .distinct()
                .toList();
    }

    static String cleanTag(String tag) {
        return tag.strip().toLowerCase(Locale.ROOT);
    }

    /** As fine as the database keeps it, so that what is written back unchanged is unchanged. */
    static @Nullable Instant cleanMoment(@Nullable Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean isTag(@Nullable String tag) {
        if (tag == null) {
            return false;
        }
        var clean = cleanTag(tag);
        return !clean.isEmpty()
                && clean.length() <= TAG
                && clean.chars()
                        .noneMatch(c -> c == ','
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c));
    }

    private static boolean isForeign(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
    }
}
