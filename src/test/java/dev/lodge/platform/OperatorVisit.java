package dev.lodge.platform;

import static dev.lodge.Answers.text;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A browser on the platform's host: it keeps cookies, and sends a form with the token of the page seen last. */
public final class OperatorVisit {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final MockMvcTester http;
    private final String origin;
    private final Map<String, Cookie> cookies = new LinkedHashMap<>();
    private String token = "";

    public OperatorVisit(MockMvcTester http) {
        this(http, "http://localhost");
    }

    private OperatorVisit(MockMvcTester http, String origin) {
        this.http = http;
        this.origin = origin;
    }

    /** With the same cookies on another host, as if the browser had been tricked into sending them. */
    public OperatorVisit carriedTo(String host) {
        var elsewhere = new OperatorVisit(http, "http://" + host);
        elsewhere.cookies.putAll(cookies);
        return elsewhere;
    }

    public OperatorVisit signIn(String email, String password) {
        look("/operator/signin");
        send("/operator/signin", Map.of("email", email, "password", password));
        // The token before sign-in is not the one after it.
        look("/operator/tenants");
        return this;
    }

    public MvcTestResult look(String path) {
        return exchange(get(URI.create(origin + path)));
    }

    public MvcTestResult send(String path, Map<String, String> form) {
        MockHttpServletRequestBuilder request =
                post(URI.create(origin + path)).contentType(MediaType.APPLICATION_FORM_URLENCODED);
        if (!form.containsKey("_csrf")) {
            request.param("_csrf", token);
        }
        form.forEach(request::param);
        return exchange(request);
    }

    private MvcTestResult exchange(MockHttpServletRequestBuilder request) {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        MvcTestResult answer = http.perform(request.accept(MediaType.TEXT_HTML));
        for (Cookie cookie : answer.getResponse().getCookies()) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie);
            }
        }
        var found = TOKEN.matcher(text(answer));
        token = found.find() ? found.group(1) : token;
        return answer;
    }
}
