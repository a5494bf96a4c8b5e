package dev.lodge.web.api;

import dev.lodge.problem.Invalid;
import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;

/** Times of RFC 3339 with their offset; numbers are not times. */
final class Moments extends StdDeserializer<Instant> {

    private static final long serialVersionUID = 1;

    Moments() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        try {
            return Values.time("", parser.getString());
        } catch (Invalid notATime) {
            return (Instant) context.handleWeirdStringValue(Instant.class, parser.getString(), "not RFC 3339");
        }
    }
}
