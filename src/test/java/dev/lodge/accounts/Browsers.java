package dev.lodge.accounts;

import static dev.lodge.Answers.text;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Browsers as far as signing in goes: they keep cookies and send the hidden field of forms back. */
@TestComponent
public class Browsers {

    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final MockMvcTester http;

    Browsers(MockMvcTester http) {
        this.http = http;
    }

    public Browser at(String host) {
        return new Browser(host);
    }

    /** One browser, on one host. */
    public final class Browser {

        private final String host;
        private final Map<String, Cookie> cookies = new TreeMap<>();
        private String address = "127.0.0.1";

        private Browser(String host) {
            this.host = host;
        }

        /** Stands behind this network address. */
        public Browser from(String network) {
            address = network;
            return this;
        }

        public Browser with(Cookie cookie) {
            cookies.put(cookie.getName(), cookie);
            return this;
        }

        public Cookie cookie(String name) {
            return Objects.requireNonNull(cookies.get(name), name);
        }

        public boolean has(String cookie) {
            return cookies.containsKey(cookie);
        }

        public MvcTestResult get(String path) {
            return keep(http.get()
                    .uri("http://" + host + path)
                    .with(this::sentFrom)
                    .cookie(sent())
                    .exchange());
        }

        /** Opens an address as it stands in a link, encoded. @param headers names and values in turn */
        public MvcTestResult open(String link, String... headers) {
            var request = http.get().uri(URI.create("http://" + host + link)).with(this::sentFrom);
            for (int i = 0; i < headers.length; i += 2) {
                request = request.header(headers[i], headers[i + 1]);
            }
            return keep(request.cookie(sent()).exchange());
        }

        /** Sends a form, with the token of the page that it most likely stands on. @param fields names and values in turn */
        public MvcTestResult post(String path, String... fields) {
            return send(path, token(pageOf(path)), fields);
        }

        /** Sends a form with this token. @param fields names and values in turn */
        public MvcTestResult send(String path, String token, String... fields) {
            var request = http.post()
                    .uri("http://" + host + path)
                    .with(this::sentFrom)
                    .param("_csrf", token);
            for (int i = 0; i < fields.length; i += 2) {
                request = request.param(fields[i], fields[i + 1]);
            }
            return keep(request.cookie(sent()).exchange());
        }

        /** Sends a form with files. @param fields names and values in turn */
        public MvcTestResult post(String path, List<MockMultipartFile> files, String... fields) {
            var request = http.post()
                    .uri("http://" + host + path)
                    .with(this::sentFrom)
                    .multipart();
            for (var file : files) {
                request = request.file(file);
            }
            request = request.param("_csrf", token(pageOf(path)));
            for (int i = 0; i < fields.length; i += 2) {
                request = request.param(fields[i], fields[i + 1]);
            }
            return keep(request.cookie(sent()).exchange());
        }

        public MvcTestResult signIn(String email, String password, String next) {
            return post("/signin", "email", email, "password", password, "next", next);
        }

        /** The token in the forms of a page. */
        public String token(String path) {
            var found = HIDDEN.matcher(text(get(path)));
            return found.find() ? found.group(1) : "none";
        }

        private String pageOf(String path) {
            if (cookies.containsKey("lodge_session")) {
                return "/profile";
            }
            if (cookies.containsKey("lodge_portal")) {
                return "/portal/profile";
            }
            return path.equals("/portal/signin/password") ? "/portal/signin" : path;
        }

        private MockHttpServletRequest sentFrom(MockHttpServletRequest request) {
            request.setRemoteAddr(address);
            return request;
        }

        private Cookie[] sent() {
            // An empty list is not allowed; the extra one means nothing.
            var all = new TreeMap<>(cookies);
            all.putIfAbsent("unknown", new Cookie("unknown", "1"));
            return all.values().toArray(Cookie[]::new);
        }

        private MvcTestResult keep(MvcTestResult answer) {
            for (Cookie cookie : answer.getResponse().getCookies()) {
                if (cookie.getMaxAge() == 0) {
                    cookies.remove(cookie.getName());
                } else {
                    cookies.put(cookie.getName(), new Cookie(cookie.getName(), cookie.getValue()));
                }
            }
            return answer;
        }
    }
}
