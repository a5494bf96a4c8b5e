package dev.lodge.web.fault;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Message;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * An answer to something that went wrong, before its form is chosen.
 *
 * @param cause only what nobody foresaw, for the log
 */
record Fault(
        int status,
        Message detail,
        FieldErrors errors,
        Map<String, Object> members,
        HttpHeaders headers,
        @Nullable Throwable cause) {

    static Fault of(int status) {
        return of(status, Message.of("web.problem.status_" + status));
    }

    static Fault of(int status, Message detail) {
        return new Fault(status, detail, FieldErrors.none(), Map.of(), new HttpHeaders(), null);
    }

    static Fault invalid(FieldErrors errors) {
        return of(400, Message.of("web.problem.invalid")).with(errors);
    }

    static Fault unforeseen(Throwable cause) {
        var detail = Message.of("web.problem.status_500");
        return new Fault(500, detail, FieldErrors.none(), Map.of(), new HttpHeaders(), cause);
    }

    Fault with(FieldErrors found) {
        return new Fault(status, detail, found, members, headers, cause);
    }

    Fault with(Map<String, Object> more) {
        return new Fault(status, detail, errors, more, headers, cause);
    }

    Fault with(HttpHeaders more) {
        return new Fault(status, detail, errors, members, more, cause);
    }

    Fault header(String name, String value) {
        var more = new HttpHeaders();
        more.putAll(headers);
        more.set(name, value);
        return with(more);
    }
}
