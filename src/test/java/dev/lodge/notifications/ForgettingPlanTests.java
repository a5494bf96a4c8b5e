package dev.lodge.notifications;

import static dev.lodge.schema.tenant.Tables.NOTIFICATION;
import static dev.lodge.schema.tenant.Tables.TICKET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Role;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** What it costs to forget a few of fifty thousand notices, one a minute since the beginning of a year. */
@LodgeTest
@Import(Newsroom.class)
class ForgettingPlanTests {

    private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    @Autowired
    Cast cast;

    @Autowired
    Newsroom news;

    @Autowired
    TenantDatabase database;

    @Autowired
    TransactionTemplate transactions;

    Tenant desk;

    @BeforeEach
    void aDeskWithManyNotices() {
        desk = cast.tenant("forgetting-plans", "Forgetting plans");
        if (Tenants.in(desk, () -> database.sql().fetchExists(NOTIFICATION))) {
            return;
        }
        var tom = news.hire(desk, "Tom Okafor", Role.AGENT);
        news.lodge(desk, tom, "Boots leak", null, null, null);
        var minute = DSL.field(DSL.name("minute"), Integer.class);
        Tenants.run(
                desk,
                () -> database.sql()
                        .insertInto(
                                NOTIFICATION,
                                NOTIFICATION.AGENT_ID,
                                NOTIFICATION.KIND,
                                NOTIFICATION.TICKET_ID,
                                NOTIFICATION.CREATED_AT,
                                NOTIFICATION.SHOWN)
                        .select(DSL.select(
                                        DSL.val(tom.id()),
                                        DSL.inline("assigned"),
                                        TICKET.ID,
                                        DSL.field(
                                                "{0} + {1} * interval '1 minute'",
                                                NOTIFICATION.CREATED_AT.getDataType(),
                                                DSL.val(FIRST, NOTIFICATION.CREATED_AT),
                                                minute),
                                        DSL.inline(true))
                                .from(TICKET, DSL.generateSeries(0, 49_999).as("minutes", "minute"))
                                .orderBy(minute))
                        .execute());
    }

    @Test
    void withoutOldOnesTheFirstAreLookedAtAndNoMore() {
        assertThat(plan(FIRST))
                .contains("Index Only Scan using notification_pkey on notification first")
                .doesNotContainPattern("Seq Scan|actual rows=50000|Removed by Filter: \\d{3}");
    }

    @Test
    void aRunForgetsABoundedNumberAndTheOldestFirst() {
        assertThat(forgotten(FIRST.plus(Duration.ofMinutes(700)))).isEqualTo(500);
        assertThat(forgotten(FIRST.plus(Duration.ofMinutes(200)))).isEqualTo(200);
        assertThat(forgotten(FIRST)).isZero();
    }

    @Test
    void whatWasToldLateIsForgottenAlthoughANewerOneStandsBeforeIt() {
        Tenants.run(
                desk,
                () -> transactions.executeWithoutResult(status -> {
                    status.setRollbackOnly();
                    long first = database.sql()
                            .select(DSL.min(NOTIFICATION.ID))
                            .from(NOTIFICATION)
                            .fetchSingle()
                            .value1();
                    database.sql()
                            .update(NOTIFICATION)
                            .set(NOTIFICATION.CREATED_AT, FIRST.plus(Duration.ofDays(1)))
                            .where(NOTIFICATION.ID.eq(first))
                            .execute();

                    assertThat(NoticeWork.forgotten(database.sql(), FIRST.plus(Duration.ofMinutes(200)))
                                    .execute())
                            .isEqualTo(199);
                }));
    }

    /** How many go; they are there again afterwards. */
    private int forgotten(Instant before) {
        return Tenants.in(
                desk,
                () -> transactions.execute(status -> {
                    status.setRollbackOnly();
                    return NoticeWork.forgotten(database.sql(), before).execute();
                }));
    }

    /** What PostgreSQL did, with the numbers of rows that it met on its way. */
    private String plan(Instant before) {
        return Tenants.in(
                desk,
                () -> String.join(
                        "\n",
                        database.sql()
                                .resultQuery(
                                        "explain (analyze, timing off) {0}",
                                        NoticeWork.forgotten(database.sql(), before))
                                .fetch(0, String.class)));
    }
}
