package dev.lodge.platform.console;

import static dev.lodge.schema.platform.Tables.DEAD_LETTER;
import static dev.lodge.schema.platform.Tables.SCHEDULED_TASKS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.platform.OperatorVisit;
import dev.lodge.platform.Operators;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.Tenant;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LodgeTest
class JobsPageTests {

    private static final String WORK = "seen_by_operators";

    @Autowired
    MockMvcTester http;

    @Autowired
    Operators operators;

    @Autowired
    Cast cast;

    @Autowired
    PlatformDatabase platform;

    @Autowired
    InstantSource clock;

    OperatorVisit visit;
    Tenant acme;
    Tenant globex;

    @BeforeEach
    void signIn() {
        acme = cast.acme();
        globex = cast.globex();
        String email = UUID.randomUUID() + "@lodge.example";
        operators.create(email, "Nora Kessler", "a long enough password");
        visit = new OperatorVisit(http).signIn(email, "a long enough password");
    }

    @AfterEach
    void tidy() {
        platform.sql().deleteFrom(DEAD_LETTER).where(DEAD_LETTER.WORK.eq(WORK)).execute();
        platform.sql()
                .deleteFrom(SCHEDULED_TASKS)
                .where(SCHEDULED_TASKS.TASK_NAME.eq(WORK))
                .execute();
    }

    @Test
    void whatFailedIsShownAndTriedAgainForItsTenantAndRecorded() {
        failed(acme, "MailConnectException: <refused>");
        assertThat(visit.look("/operator/jobs"))
                .hasStatusOk()
                .bodyText()
                .contains(WORK, "MailConnectException: &lt;refused", "Failed 3 times");

        assertThat(visit.send("/operator/jobs/acme/%s/replay".formatted(WORK), Map.of()))
                .hasStatus(303);

        assertThat(platform.sql()
                        .select(SCHEDULED_TASKS.TASK_INSTANCE)
                        .from(SCHEDULED_TASKS)
                        .where(SCHEDULED_TASKS.TASK_NAME.eq(WORK))
                        .fetch(SCHEDULED_TASKS.TASK_INSTANCE))
                .containsExactly(Long.toString(acme.id()));
        assertThat(visit.look("/operator/jobs")).bodyText().contains("Of another release", "is tried again.");
        assertThat(visit.look("/operator/tenants/acme")).bodyText().contains("Work tried again", "Nora Kessler");
    }

    @Test
    void whatDidNotFailForATenantIsNotTriedAgainForIt() {
        failed(acme, "IllegalStateException");

        assertThat(visit.send("/operator/jobs/globex/%s/replay".formatted(WORK), Map.of()))
                .hasStatus(404);
        assertThat(visit.send("/operator/jobs/acme/other/replay", Map.of())).hasStatus(404);
        assertThat(visit.send("/operator/jobs/nobody/%s/replay".formatted(WORK), Map.of()))
                .hasStatus(404);
        assertThat(platform.sql().fetchExists(SCHEDULED_TASKS, SCHEDULED_TASKS.TASK_NAME.eq(WORK)))
                .isFalse();
    }

    @Test
    void withNothingFailedThePageSaysWhatWouldComeHere() {
        platform.sql().deleteFrom(DEAD_LETTER).execute();

        assertThat(visit.look("/operator/jobs")).hasStatusOk().bodyText().contains("comes here after the last time");
    }

    private void failed(Tenant tenant, String error) {
        platform.sql()
                .insertInto(DEAD_LETTER)
                .set(DEAD_LETTER.TENANT_ID, tenant.id())
                .set(DEAD_LETTER.WORK, WORK)
                .set(DEAD_LETTER.FAILURES, 3)
                .set(DEAD_LETTER.ERROR, error)
                .set(DEAD_LETTER.FAILED_AT, clock.instant())
                .execute();
    }
}
