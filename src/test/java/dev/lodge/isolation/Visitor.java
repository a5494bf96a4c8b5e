package dev.lodge.isolation;

import static dev.lodge.Answers.text;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Sends requests to a host as somebody, and hands back what a client would see. */
record Visitor(MockMvcTester http, String host, Map<String, String> headers) {

    Visitor(MockMvcTester http, String host) {
        this(http, host, Map.of());
    }

    Visitor with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Visitor(http, host, more);
    }

    Visitor as(String bearer) {
        return with(HttpHeaders.AUTHORIZATION, bearer);
    }

    Answer get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    Answer send(HttpMethod method, String path, @Nullable String json) {
        return send(
                method,
                path,
                json == null ? null : json.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                MediaType.APPLICATION_JSON_VALUE);
    }

    Answer send(HttpMethod method, String path, byte @Nullable [] body, @Nullable String type) {
        var request = http.method(method).uri(URI.create("http://" + host + path));
        headers.forEach((name, value) -> {
            if (name.equals(HttpHeaders.COOKIE)) {
                int equals = value.indexOf('=');
                request.cookie(new Cookie(value.substring(0, equals), value.substring(equals + 1)));
            } else {
                request.header(name, value);
            }
        });
        if (body != null) {
            request.content(body);
            if (type != null) {
                request.header(HttpHeaders.CONTENT_TYPE, type);
            }
        }
        var result = request.exchange();
        if (result.getUnresolvedException() != null) {
            return new Answer(500, "", result.getUnresolvedException().toString(), "", "");
        }
        var response = result.getResponse();
        return new Answer(
                response.getStatus(),
                String.valueOf(response.getContentType()),
                text(result),
                String.valueOf(response.getHeader(HttpHeaders.LOCATION)),
                response.getHeaderNames().stream()
                        .sorted()
                        .map(name -> name + ": " + response.getHeaders(name))
                        .toList()
                        .toString());
    }

    /** What came back. */
    record Answer(int status, String type, String body, String location, String headers) {

        private static final Pattern TOKEN = Pattern.compile("(?:name=\"_csrf\" value|content)=\"[\\w=-]{40,}\"");

        boolean isProblem() {
            return type.startsWith("application/problem+json");
        }

        /** Without numbers, which may repeat what was asked, and without the tokens of forms. */
        String shape() {
            return status + " " + type + " "
                    + TOKEN.matcher(body).replaceAll("").replaceAll("[0-9]+", "#");
        }

        @Override
        public String toString() {
            return status + " " + (body.length() > 200 ? body.substring(0, 200) + "…" : body);
        }
    }
}
