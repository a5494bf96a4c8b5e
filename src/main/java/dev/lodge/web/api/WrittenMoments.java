package dev.lodge.web.api;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Times as RFC 3339 writes them, in UTC, with as many digits as {@link Instant#toString()}. A list carries well over a hundred, and
 * written through the formatter they would cost more than all the rest of its JSON.
 */
final class WrittenMoments extends StdSerializer<Instant> {

    private static final int LAST_YEAR = 9999;

    WrittenMoments() {
        super(Instant.class);
    }

    @Override
    public void serialize(Instant moment, JsonGenerator json, SerializationContext context) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(moment.getEpochSecond(), moment.getNano(), ZoneOffset.UTC);
        if (time.getYear() < 0 || time.getYear() > LAST_YEAR) {
            json.writeString(moment.toString());
            return;
        }
        char[] text = new char["0000-00-00T00:00:00.000000000Z".length()];
        digits(text, 0, 4, time.getYear());
        text[4] = '-';
        digits(text, 5, 2, time.getMonthValue());
        text[7] = '-';
        digits(text, 8, 2, time.getDayOfMonth());
        text[10] = 'T';
        digits(text, 11, 2, time.getHour());
        text[13] = ':';
        digits(text, 14, 2, time.getMinute());
        text[16] = ':';
        digits(text, 17, 2, time.getSecond());
        int length = fraction(text, moment.getNano());
        text[length] = 'Z';
        json.writeString(text, 0, length + 1);
    }

    /** In groups of three digits, none for whole seconds. */
    private static int fraction(char[] text, int nanos) {
        if (nanos == 0) {
            return 19;
        }
        text[19] = '.';
        if (nanos % 1_000_000 == 0) {
            return digits(text, 20, 3, nanos / 1_000_000);
        }
        return nanos % 1_000 == 0 ? digits(text, 20, 6, nanos / 1_000) : digits(text, 20, 9, nanos);
    }

    /** Writes a number with leading zeros and gives the place behind it. */
    private static int digits(char[] text, int from, int count, int number) {
        int rest = number;
        for (int at = from + count - 1; at >= from; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        return from + count;
    }
}
