package dev.lodge.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/** The settings of the server alone, with a servlet in it that says whom it takes a request to be from. */
class ForwardedHeadersTests {

    @Test
    void withoutAProxyNothingIsBelieved() throws Exception {
        assertThat(seen("203.0.113.9")).isEqualTo("127.0.0.1 http localhost");
    }

    @Test
    void aProxyThatIsTrustedSaysWhoAsked() throws Exception {
        assertThat(seen("203.0.113.9", "--lodge.forwarded-headers=native")).isEqualTo("203.0.113.9 https localhost");
    }

    @Test
    void whatTheClientClaimedBeforeTheProxyAddedItsPartIsNotBelieved() throws Exception {
        assertThat(seen("198.51.100.1, 203.0.113.9", "--lodge.forwarded-headers=native"))
                .isEqualTo("203.0.113.9 https localhost");
    }

    @Test
    void someoneInTheProxysNetworkClaimsNothingWhereTheProxyAloneIsTrusted() throws Exception {
        assertThat(seen(
                        "198.51.100.1, 10.0.0.5",
                        "--lodge.forwarded-headers=native",
                        "--lodge.trusted-proxies=127.0.0.1/32"))
                .isEqualTo("10.0.0.5 https localhost");
    }

    @Test
    void whoIsNoTrustedProxyIsNotBelieved() throws Exception {
        assertThat(seen("203.0.113.9", "--lodge.forwarded-headers=native", "--lodge.trusted-proxies=10.0.0.7/32"))
                .isEqualTo("127.0.0.1 http localhost");
    }

    /** Address, scheme and host of a request that claims others, as the application sees them. */
    private static String seen(String forwardedFor, String... settings) throws IOException, InterruptedException {
        var application = new SpringApplicationBuilder(Echo.class).web(WebApplicationType.SERVLET);
        String[] arguments = new String[settings.length + 1];
        System.arraycopy(settings, 0, arguments, 0, settings.length);
        arguments[settings.length] = "--lodge.port=0";
        try (var context = (ServletWebServerApplicationContext) application.run(arguments);
                var client = HttpClient.newHttpClient()) {
            int port = context.getWebServer().getPort();
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                    .header("X-Forwarded-For", forwardedFor)
                    .header("X-Forwarded-Proto", "https")
                    .header("X-Forwarded-Host", "globex.localhost")
                    .header("Forwarded", "for=203.0.113.77;host=globex.localhost;proto=https")
                    .header("X-Real-IP", "203.0.113.77")
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    @ImportAutoConfiguration(TomcatServletWebServerAutoConfiguration.class)
    static class Echo {

        @Bean
        ServletRegistrationBean<HttpServlet> echo() {
            return new ServletRegistrationBean<>(
                    new HttpServlet() {
                        @Override
                        protected void doGet(HttpServletRequest request, HttpServletResponse response)
                                throws IOException {
                            response.getWriter()
                                    .print(request.getRemoteAddr()
                                            + " "
                                            + request.getScheme()
                                            + " "
                                            + request.getServerName());
                        }
                    },
                    "/");
        }
    }
}
