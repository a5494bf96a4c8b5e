package dev.lodge.web.fault;

import dev.lodge.problem.Message;
import dev.lodge.web.Html;
import dev.lodge.web.Language;
import dev.lodge.web.PlainPages;
import dev.lodge.web.Readers;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a fault in the form that whoever asked can read. Used by handlers, by the error page and by filters alike. */
@Component
class FaultAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(FaultAnswers.class);

    private final JsonMapper json;
    private final MessageSource messages;
    private final PlainPages pages;

    FaultAnswers(JsonMapper json, MessageSource messages, PlainPages pages) {
        this.json = json;
        this.messages = messages;
        this.pages = pages;
    }

    void answer(Fault fault, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var reference = fault.cause() == null ? null : log(fault.cause());
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        fault.headers().forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        if (wantsJson(request)) {
            problemDocument(fault, reference, Readers.ofProgram(request), response);
        } else if ("true".equals(request.getHeader("HX-Request")) && !"true".equals(request.getHeader("HX-Boosted"))) {
            line(fault, reference, request, response);
        } else {
            pages.answer(Html.page("web/fault", page(fault, reference)).status(fault.status()), request, response);
        }
    }

    private void problemDocument(
            Fault fault, @Nullable String reference, Language language, HttpServletResponse response)
            throws IOException {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "about:blank");
        document.put("title", text(title(fault), language));
        document.put("status", fault.status());
        document.put("detail", text(fault.detail(), language));
        if (!fault.errors().isEmpty()) {
            document.put("errors", errors(fault, language));
        }
        if (reference != null) {
            document.put("reference", reference);
        }
        fault.members().forEach(document::putIfAbsent);
        var body = json.writeValueAsBytes(document);
        response.setStatus(fault.status());
        response.setContentType("application/problem+json");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private List<Map<String, String>> errors(Fault fault, Language language) {
        return fault.errors().entries().stream()
                .map(entry -> Map.of("field", entry.field(), "message", text(entry.message(), language)))
                .toList();
    }

    /** htmx swaps only what asks for it: the line goes to the corner, the page stays as it is. */
    private void line(Fault fault, @Nullable String reference, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader("HX-Retarget", "#toasts");
        response.setHeader("HX-Reswap", "innerHTML");
        pages.answer(Html.page("web/fault-line", page(fault, reference)).status(fault.status()), request, response);
    }

    private static FaultPage page(Fault fault, @Nullable String reference) {
        boolean paused = fault.detail().key().equals("web.problem.suspended");
        return new FaultPage(fault.status(), title(fault), fault.detail(), reference, paused);
    }

    private static Message title(Fault fault) {
        return Message.of("web.title.status_" + Faults.ofStatus(fault.status()).status());
    }

    private String text(Message message, Language language) {
        return messages.getMessage(message.key(), message.arguments().toArray(), language.locale());
    }

    private static String log(Throwable cause) {
        var random = ThreadLocalRandom.current();
        var reference = "%04x-%04x".formatted(random.nextInt(0x10000), random.nextInt(0x10000));
        LOG.error("Unforeseen, reference {}", reference, cause);
        return reference;
    }

    private static boolean wantsJson(HttpServletRequest request) {
        var forwarded = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = forwarded == null ? request.getRequestURI() : forwarded;
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        boolean prefersJson = accept != null && accept.contains("json") && !accept.contains("text/html");
        return path.equals("/api") || path.startsWith("/api/") || prefersJson;
    }
}
