package dev.lodge.web;

import dev.lodge.problem.Message;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Carries a toast over one redirect, as there is no server-side session to keep it in. What comes back is a guess from
 * outside: only a known key is shown, its values escaped like any text, and no address is taken from it.
 */
@Component
class ToastCookie {

    private static final String NAME = "lodge_toast";
    private static final String NUMBER = "n";
    private static final String TEXT = "t";

    private final MessageSource messages;

    ToastCookie(MessageSource messages) {
        this.messages = messages;
    }

    void put(Toast toast, HttpServletResponse response) {
        var message = toast.message();
        var value = Stream.concat(
                        Stream.of(message.key()), message.arguments().stream().map(ToastCookie::marked))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        set(value, Duration.ofSeconds(30), response);
    }

    @Nullable
    Toast take(HttpServletRequest request, HttpServletResponse response) {
        var cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        set("", Duration.ZERO, response);
        return parse(cookie.getValue());
    }

    private @Nullable Toast parse(String value) {
        try {
            var parts = Arrays.stream(value.split("&", 10))
                    .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .toList();
            List<Object> arguments =
                    parts.stream().skip(1).map(ToastCookie::unmarked).toList();
            boolean known = messages.getMessage(parts.getFirst(), arguments.toArray(), "", Locale.ENGLISH)
                            instanceof String text
                    && !text.isEmpty();
            return known ? new Toast(new Message(parts.getFirst(), arguments), null) : null;
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    /** A number stays one, so that the sentence can count it. */
    private static String marked(Object argument) {
        boolean number = argument instanceof Integer || argument instanceof Long;
        return (number ? NUMBER : TEXT) + argument;
    }

    private static Object unmarked(String argument) {
        String value = argument.isEmpty() ? "" : argument.substring(1);
        return argument.startsWith(NUMBER) ? (Object) Long.valueOf(value) : value;
    }

    private static void set(String value, Duration age, HttpServletResponse response) {
        var cookie = ResponseCookie.from(NAME, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
