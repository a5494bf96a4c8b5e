package dev.lodge.accounts;

import static dev.lodge.Answers.text;
import static dev.lodge.schema.tenant.Tables.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.platform.OperatorVisit;
import dev.lodge.platform.Operators;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Nobody learns by trying whether somebody works here. Work is counted, not timed: the hashes are what takes time. */
@LodgeTest
class UnknownAddressTests {

    private static final String WRONG = "not the password";

    @Autowired
    private MockMvcTester http;

    @Autowired
    private Browsers browsers;

    @Autowired
    private Cast cast;

    @Autowired
    private People people;

    @Autowired
    private Operators operators;

    @Autowired
    private CountedPasswords passwords;

    @Autowired
    private TenantDatabase database;

    @Autowired
    private TurnedClock clock;

    private Tenant desk;
    private String unknown;

    /** Where one signs in. */
    private enum Door {
        PAGE,
        TOKEN,
        CONSOLE
    }

    @BeforeEach
    void nobodyHasTriedLately() {
        desk = cast.tenant("doors", "Doors");
        unknown = UUID.randomUUID() + "@example.test";
        clock.advance(Duration.ofMinutes(16));
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownAddressGetsTheSameAnswerForTheSameWork(Door door) {
        String known = somebodyBehind(door);
        var answers = new ArrayList<String>();

        int forKnown = passwords.hashedDuring(() -> answers.add(answer(door, known, WRONG)));
        int forUnknown = passwords.hashedDuring(() -> answers.add(answer(door, unknown, WRONG)));
        int forNone = passwords.hashedDuring(() -> answers.add(answer(door, "no address", WRONG)));

        assertThat(List.of(forKnown, forUnknown, forNone)).containsOnly(1);
        assertThat(answers).hasSize(3).containsOnly(answers.getFirst());
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordTooLongToBeAnybodysCostsNoMoreAndNoLess(Door door) {
        String known = somebodyBehind(door);
        String endless = "x".repeat(900);

        int forKnown = passwords.hashedDuring(() -> answer(door, known, endless));
        int forUnknown = passwords.hashedDuring(() -> answer(door, unknown, endless));

        assertThat(List.of(forKnown, forUnknown)).containsOnly(1);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownAddressIsLockedAfterAsManyAttempts(Door door) {
        String known = somebodyBehind(door);
        var statuses = new ArrayList<List<Integer>>();

        int forKnown = passwords.hashedDuring(() -> statuses.add(elevenStatuses(door, known)));
        int forUnknown = passwords.hashedDuring(() -> statuses.add(elevenStatuses(door, unknown)));

        assertThat(List.of(forKnown, forUnknown)).containsOnly(10);
        assertThat(statuses.getFirst()).endsWith(429).containsOnlyOnce(429);
        assertThat(statuses.getLast()).isEqualTo(statuses.getFirst());
    }

    @Test
    void whoMayNotSignInIsAsUnknown() {
        String left = somebodyBehind(Door.TOKEN);
        String invited = somebodyBehind(Door.TOKEN);
        Tenants.run(desk, () -> {
            database.sql()
                    .update(AGENT)
                    .set(AGENT.ACTIVE, false)
                    .where(AGENT.EMAIL_KEY.eq(left))
                    .execute();
            database.sql()
                    .update(AGENT)
                    .setNull(AGENT.PASSWORD_HASH)
                    .where(AGENT.EMAIL_KEY.eq(invited))
                    .execute();
        });
        var answers = new ArrayList<String>();

        int forLeft = passwords.hashedDuring(() -> answers.add(answer(Door.TOKEN, left, People.PASSWORD)));
        int forInvited = passwords.hashedDuring(() -> answers.add(answer(Door.TOKEN, invited, People.PASSWORD)));
        answers.add(answer(Door.TOKEN, unknown, People.PASSWORD));

        assertThat(List.of(forLeft, forInvited)).containsOnly(1);
        assertThat(answers).containsOnly(answers.getLast());
    }

    private String somebodyBehind(Door door) {
        if (door != Door.CONSOLE) {
            return people.somebody(desk, "Priya Raman", Role.AGENT).email();
        }
        String email = UUID.randomUUID() + "@lodge.example";
        operators.create(email, "Nora Kessler", People.PASSWORD);
        return email;
    }

    private List<Integer> elevenStatuses(Door door, String email) {
        return IntStream.rangeClosed(1, 11)
                .mapToObj(attempt -> attempt(door, email, WRONG).getResponse().getStatus())
                .toList();
    }

    /** Status and body, without what is in the nature of the form: the address that was typed and the token of the browser. */
    private String answer(Door door, String email, String password) {
        var answer = attempt(door, email, password);
        return answer.getResponse().getStatus()
                + text(answer)
                        .replace("value=\"" + email + "\"", "")
                        .replaceAll("(content|value)=\"[\\w=-]{80,}\"", "");
    }

    private MvcTestResult attempt(Door door, String email, String password) {
        return switch (door) {
            case PAGE -> browsers.at("doors.localhost").signIn(email, password, "/");
            case TOKEN ->
                http.post()
                        .uri("http://doors.localhost/api/auth/token")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password))
                        .exchange();
            case CONSOLE -> {
                var visit = new OperatorVisit(http);
                visit.look("/operator/signin");
                yield visit.send("/operator/signin", Map.of("email", email, "password", password));
            }
        };
    }
}
