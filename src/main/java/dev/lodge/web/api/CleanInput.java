package dev.lodge.web.api;

import dev.lodge.problem.Invalid;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What queries and forms may hold: percent-encoded UTF-8 without NUL. */
public final class CleanInput {

    private CleanInput() {}

    /** @throws Invalid naming the parameter that is not UTF-8, or holds NUL */
    public static void requireQuery(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            var name = decoded("", equals < 0 ? pair : pair.substring(0, equals));
            decoded(name, equals < 0 ? "" : pair.substring(equals + 1));
        }
    }

    /** @throws Invalid naming the parameter that holds NUL, half of a surrogate pair, or what could not be decoded */
    public static void requireParameter(String name, String[] values) {
        if (!CleanText.isClean(name)) {
            throw new Invalid("", "web.invalid.unclean_text");
        }
        for (String value : values) {
            if (!CleanText.isClean(value)) {
                throw new Invalid(name, "web.invalid.unclean_text");
            }
        }
    }

    private static String decoded(String name, String raw) {
        var bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                bytes.write(c);
                continue;
            }
            int high = i + 2 <= raw.length() - 1 ? Character.digit(raw.charAt(i + 1), 16) : -1;
            int low = i + 2 <= raw.length() - 1 ? Character.digit(raw.charAt(i + 2), 16) : -1;
            if (high < 0 || low < 0) {
                throw new Invalid(name, "web.invalid.unclean_text");
            }
            bytes.write(high << 4 | low);
            i += 2;
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new Invalid(name, "web.invalid.unclean_text");
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw new Invalid(name, "web.invalid.unclean_text");
        }
    }
}
