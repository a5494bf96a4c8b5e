package dev.lodge.accounts;

import static dev.lodge.schema.tenant.Tables.SIGNIN_THROTTLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.People.Somebody;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Clients that say with each attempt that they are somebody else, spoken for through a socket: the server itself must not listen. */
@LodgeTest
class ForgedClientTests {

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private TenantDatabase database;

    @Autowired
    private SignInSettings settings;

    @LocalServerPort
    private int port;

    @Test
    void aBurstOfGuessesUnderForgedAddressesDoesNotExceedTheLimitOfTheAccount() throws Exception {
        Somebody priya = people.somebody(cast.tenant("forged-bursts", "Forged"), "Priya Raman", Role.AGENT);
        List<Callable<Integer>> guesses = IntStream.range(0, 30)
                .<Callable<Integer>>mapToObj(i -> () -> guess("forged-bursts", priya.email(), i))
                .toList();
        var statuses = new ArrayList<Integer>();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : clients.invokeAll(guesses)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses)
                .containsOnly(401, 429)
                .filteredOn(status -> status == 401)
                .hasSize(settings.attemptsPerAccount());
    }

    @Test
    void manyAccountsTriedUnderForgedAddressesCountForTheOneClient() throws IOException {
        Tenant desk = cast.tenant("forged-clients", "Forged");
        assertThat(guess("forged-clients", anybody(), 0)).isEqualTo(401);
        allButOneAttemptIsUsedUp(desk);

        assertThat(guess("forged-clients", anybody(), 1)).isEqualTo(401);
        assertThat(guess("forged-clients", anybody(), 2)).isEqualTo(429);
        assertThat(clientsOf(desk)).containsExactly("client:127.0.0.1");
    }

    private void allButOneAttemptIsUsedUp(Tenant desk) {
        Tenants.run(
                desk,
                () -> database.sql()
                        .update(SIGNIN_THROTTLE)
                        .set(SIGNIN_THROTTLE.FAILURES, settings.attemptsPerClient() - 1)
                        .where(SIGNIN_THROTTLE.SUBJECT.startsWith("client:"))
                        .execute());
    }

    private List<String> clientsOf(Tenant desk) {
        return Tenants.in(
                desk,
                () -> database.sql()
                        .selectFrom(SIGNIN_THROTTLE)
                        .where(SIGNIN_THROTTLE.SUBJECT.startsWith("client:"))
                        .fetch(SIGNIN_THROTTLE.SUBJECT));
    }

    private static String anybody() {
        return UUID.randomUUID() + "@example.test";
    }

    /** The status of an attempt whose every header names another client. */
    private int guess(String tenant, String email, int number) throws IOException {
        String claimed = "203.0.113." + number;
        String body = "{\"email\": \"%s\", \"password\": \"not the password\"}".formatted(email);
        String request = String.join(
                "\r\n",
                "POST /api/auth/token HTTP/1.1",
                "Host: %s.localhost".formatted(tenant),
                "X-Forwarded-For: " + claimed,
                "Forwarded: for=" + claimed,
                "X-Real-IP: " + claimed,
                "X-Client-IP: " + claimed,
                "True-Client-IP: " + claimed,
                "CF-Connecting-IP: " + claimed,
                "Content-Type: application/json",
                "Content-Length: " + body.length(),
                "Connection: close",
                "",
                body);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ")[1]);
        }
    }
}
