package dev.lodge.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Spoken to through a socket: clients that are well behaved cannot send these requests. */
@LodgeTest
class SiteFilterTests {

    @Autowired
    Cast cast;

    @Autowired
    Lifecycle lifecycle;

    @LocalServerPort
    int port;

    @Test
    void aTenantsHostShowsItsBrandAndNobodyElses() throws IOException {
        cast.acme();
        cast.globex();

        assertThat(get("/theme.css", "Host: acme.localhost:" + port)).contains("200", "--tenant-accent");
        assertThat(get("/nothing-here", "Host: acme.localhost"))
                .contains("Acme")
                .doesNotContain("Globex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: unknown.localhost",
                "Host: acme.localhost.evil.example",
                "Host: xacme.localhost",
                "Host: 127.0.0.1",
                "Host: acme.localhost@evil.example",
                "Host: acme.localhost\r\nHost: globex.localhost",
                "Host: ",
                "X-Nothing: y"
            })
    void anUnknownMissingDoubleOrMalformedHostIsNobodys(String headers) throws IOException {
        cast.acme();

        String answer = get("/signin", headers);

        assertThat(answer.lines().findFirst().orElseThrow()).containsAnyOf(" 400", " 404");
        assertThat(answer).doesNotContain("Acme").doesNotContain("Globex");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host: globex.localhost",
                "Forwarded: host=globex.localhost",
                "X-Tenant: globex",
                "X-Host: globex.localhost"
            })
    void noOtherHeaderChoosesTheTenant(String header) throws IOException {
        cast.acme();
        cast.globex();

        assertThat(get("/nothing-here", "Host: acme.localhost\r\n" + header))
                .contains("Acme")
                .doesNotContain("Globex");
    }

    @Test
    void aSuspendedTenantAnswersServiceUnavailableInItsOwnBrand() throws IOException {
        Tenant tenant = cast.tenant("wonka", "Wonka");
        lifecycle.suspend(tenant.slug(), "Unpaid");

        String page = get("/tickets", "Host: wonka.localhost");
        String api = get("/api/tickets/", "Host: wonka.localhost");
        lifecycle.resume(tenant.slug());

        assertThat(page).contains(" 503").contains("Wonka").doesNotContain("Unpaid");
        assertThat(api).contains(" 503").contains("application/problem+json");
    }

    private String get(String path, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            String request =
                    "GET %s HTTP/1.1\r\n%s\r\nAccept: text/html\r\nConnection: close\r\n\r\n".formatted(path, headers);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
