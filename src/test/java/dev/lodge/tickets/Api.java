package dev.lodge.tickets;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The HTTP API of one tenant as one person uses it. */
public record Api(MockMvcTester http, String tenant, String bearer) {

    public MvcTestResult get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    public MvcTestResult post(String path, String body, String... headers) {
        return send(HttpMethod.POST, path, body, headers);
    }

    public MvcTestResult put(String path, String body, String... headers) {
        return send(HttpMethod.PUT, path, body, headers);
    }

    public MvcTestResult patch(String path, String body, String... headers) {
        return send(HttpMethod.PATCH, path, body, headers);
    }

    public MvcTestResult delete(String path) {
        return send(HttpMethod.DELETE, path, null);
    }

    /** Where what was just made is. */
    public String create(String path, String body) {
        var location = post(path, body).getResponse().getHeader(HttpHeaders.LOCATION);
        if (location == null) {
            throw new AssertionError("Nothing was made");
        }
        return location;
    }

    private MvcTestResult send(HttpMethod method, String path, @Nullable String body, String... headers) {
        var request = http.method(method)
                .uri(java.net.URI.create("http://" + tenant + ".localhost" + path))
                .header(HttpHeaders.AUTHORIZATION, bearer);
        if (body != null) {
            request = request.contentType(MediaType.APPLICATION_JSON).content(body);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request = request.header(headers[i], headers[i + 1]);
        }
        return request.exchange();
    }
}
