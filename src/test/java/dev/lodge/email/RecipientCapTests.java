package dev.lodge.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.database.DatabaseHour;
import dev.lodge.database.TestDatabase;
import dev.lodge.tenancy.PlatformDatabase;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.tenancy.Tenants;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** How much automatic mail one address gets from all desks together. */
@LodgeTest
class RecipientCapTests {

    @Autowired
    Cast cast;

    @Autowired
    RecipientCap cap;

    @Autowired
    TenantDatabase database;

    @Autowired
    PlatformDatabase platform;

    @Autowired
    TransactionTemplate transactions;

    Tenant acme;
    Tenant globex;
    EmailAddress victim;

    @BeforeEach
    void bothDesksAreInTheRoom() {
        acme = cast.tenant("mail-acme", "Acme");
        globex = cast.tenant("mail-globex", "Globex");
        victim = somebody();
    }

    @Test
    void aBurstThroughTwoDesksStaysWithinTheCap() throws Exception {
        List<Callable<Boolean>> burst = IntStream.range(0, 40)
                .mapToObj(i -> (Callable<Boolean>) () -> admits(i % 2 == 0 ? acme : globex))
                .toList();
        DatabaseHour.within(() -> {
            victim = somebody();
            int admitted = 0;
            try (var threads = Executors.newFixedThreadPool(4)) {
                for (var answer : threads.invokeAll(burst)) {
                    admitted += answer.get() ? 1 : 0;
                }
            }

            assertThat(admitted).isEqualTo(RecipientCap.AN_HOUR);
        });
    }

    @Test
    void whatWasRolledBackDoesNotCount() {
        for (int i = 0; i < RecipientCap.AN_HOUR; i++) {
            Tenants.run(
                    acme,
                    () -> transactions.executeWithoutResult(status -> {
                        assertThat(cap.admits(victim)).isTrue();
                        status.setRollbackOnly();
                    }));
        }

        assertThat(admits(globex)).isTrue();
    }

    @Test
    void aDeskThatDoesNotEndItsTransactionKeepsNobodyWaitingLong() throws Exception {
        DatabaseHour.within(() -> {
            victim = somebody();
            Tenants.run(
                    acme,
                    () -> transactions.executeWithoutResult(status -> {
                        assertThat(cap.admits(victim)).isTrue();
                        try (var other = Executors.newSingleThreadExecutor()) {
                            assertThat(other.submit(() -> admits(globex)))
                                    .succeedsWithin(Duration.ofSeconds(8))
                                    .isEqualTo(false);
                        }
                    }));
        });
    }

    @Test
    void anHourLaterTheAddressIsFreeAndTheOldHourIsForgotten() throws Exception {
        DatabaseHour.within(() -> {
            victim = somebody();
            for (int i = 0; i < RecipientCap.AN_HOUR; i++) {
                admits(acme);
            }
            assertThat(admits(globex)).isFalse();
            owner("update platform.mail_cap set hour = hour - interval '1 hour'");

            assertThat(admits(globex)).isTrue();

            assertThat(owner("select count(*) filter (where hour < date_trunc('hour', now())) from platform.mail_cap"))
                    .isEqualTo("0");
        });
    }

    @Test
    void noAddressIsKeptAndNobodyReadsTheTable() throws SQLException {
        admits(acme);

        assertThat(owner("select count(*) from platform.mail_cap cap where cap::text like '%victim%'"))
                .isEqualTo("0");
        assertThat(owner("select count(*) from platform.mail_cap cap where address_hash = sha256(convert_to('"
                        + victim.key() + "', 'UTF8'))"))
                .isEqualTo("0");
        for (String table : List.of("mail_cap", "mail_cap_key")) {
            String look = "select * from platform." + table;
            assertThatThrownBy(() -> Tenants.run(acme, () -> database.sql().execute(look)))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> platform.sql().execute(look)).hasMessageContaining("permission denied");
        }
        assertThatThrownBy(() -> platform.sql().execute("select mails.admit('a@b.example', 1)"))
                .hasMessageContaining("No tenant's role is in force");
    }

    @Test
    void whatTenantsMayUseOfItIsThatFunctionAlone() throws SQLException {
        assertThat(owner("""
                        select string_agg(proname || case when prosecdef and proconfig::text like '%search_path=pg_catalog, pg_temp%' then '' else ' unsafe' end, ',')
                        from pg_proc where pronamespace = 'mails'::regnamespace""")).isEqualTo("admit");
        assertThat(owner("select count(*) from pg_class where relnamespace = 'mails'::regnamespace"))
                .isEqualTo("0");
    }

    private static EmailAddress somebody() {
        return new EmailAddress(UUID.randomUUID() + "@victim.example");
    }

    private boolean admits(Tenant desk) {
        return Tenants.in(desk, () -> cap.admits(victim));
    }

    private static String owner(String statement) throws SQLException {
        try (Connection owner = TestDatabase.asOwner()) {
            var sql = DSL.using(owner, SQLDialect.POSTGRES);
            return statement.startsWith("select")
                    ? sql.fetchSingle(statement).into(String.class)
                    : String.valueOf(sql.execute(statement));
        }
    }
}
