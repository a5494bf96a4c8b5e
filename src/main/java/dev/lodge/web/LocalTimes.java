package dev.lodge.web;

import dev.lodge.problem.Invalid;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Moments as fields of type {@code datetime-local} hold them: in the zone of whoever is signed in, to the minute. */
@Component
public final class LocalTimes {

    private static final DateTimeFormatter FIELD = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final ObjectProvider<CurrentPerson> current;

    LocalTimes(ObjectProvider<CurrentPerson> current) {
        this.current = current;
    }

    public String field(@Nullable Instant moment) {
        return moment == null ? "" : FIELD.format(moment.atZone(zone()));
    }

    /**
     * Null for an empty field.
     *
     * @throws Invalid naming the field
     */
    public @Nullable Instant read(String name, @Nullable String field) {
        if (field == null || field.isBlank()) {
            return null;
        }
        try {
            var local = LocalDateTime.parse(field.strip());
            if (local.getYear() < 2000 || local.getYear() > 2999) {
                throw new Invalid(name, "web.invalid.moment");
            }
            return local.atZone(zone()).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw new Invalid(name, "web.invalid.moment");
        }
    }

    private ZoneId zone() {
        var known = current.getIfAvailable();
        Person person = known == null ? null : known.person();
        return person == null ? ZoneOffset.UTC : person.zone();
    }
}
