package dev.lodge.tenancy;

import static dev.lodge.schema.tenant.Tables.TEAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jooq.exception.DataAccessException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What must hold between tenants, with either wall taken down. */
@LodgeTest
class TenantWallsTests {

    @Autowired
    Cast cast;

    @Autowired
    TenantDatabase database;

    @Autowired
    TenantDataSource connections;

    @Autowired
    PlatformDatabase platform;

    @Autowired
    TransactionTemplate tenantTransactions;

    Tenant acme;
    Tenant globex;

    @BeforeEach
    void setTheScene() {
        acme = cast.tenant("walls-acme", "Acme");
        globex = cast.tenant("walls-globex", "Globex");
        for (Tenant tenant : new Tenant[] {acme, globex}) {
            Tenants.run(tenant, () -> {
                database.sql().deleteFrom(TEAM).execute();
                addTeam("Team of " + tenant);
            });
        }
    }

    @Test
    void eachTenantReadsItsOwnRowsThroughTheSameStatement() {
        for (int round = 0; round < 12; round++) {
            assertThat(Tenants.in(acme, this::teamNames)).containsExactly("Team of walls-acme");
            assertThat(Tenants.in(globex, this::teamNames)).containsExactly("Team of walls-globex");
        }
    }

    @Test
    void withoutATenantThereIsNoData() {
        assertThatThrownBy(this::teamNames).isInstanceOf(NoTenantBound.class);
        assertThatThrownBy(connections::getConnection).isInstanceOf(NoTenantBound.class);
    }

    @Test
    void workOnAnotherThreadHasNoTenantUnlessItBindsOne() {
        Tenants.run(
                acme,
                () -> assertThatThrownBy(() ->
                                CompletableFuture.supplyAsync(this::teamNames).join())
                        .isInstanceOf(CompletionException.class)
                        .hasCauseInstanceOf(NoTenantBound.class));
    }

    @Test
    void theRoleInForceCannotReadAnotherTenantsSchemaThoughTheStatementNamesIt() {
        String theirs = "select name from \"%s\".team".formatted(globex.space().schema());

        assertThatThrownBy(() -> Tenants.in(acme, () -> database.sql().fetch(theirs)))
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("permission denied for schema");
    }

    @Test
    void theApplicationsLoginReadsNothingByItself() throws SQLException {
        try (Connection login = TestDatabase.asApplication();
                var statement = login.createStatement()) {
            for (String table :
                    new String[] {"\"%s\".team".formatted(acme.space().schema()), "platform.tenant"}) {
                assertThatThrownBy(() -> statement.executeQuery("select * from " + table))
                        .hasMessageContaining("permission denied");
            }
        }
    }

    @Test
    void anInjectedResetOfTheRoleGainsNothing() {
        assertThatThrownBy(() -> Tenants.in(acme, () -> {
                    database.sql().transaction(one -> {
                        one.dsl().execute("reset role");
                        one.dsl().fetch("select * from platform.tenant");
                    });
                    return acme;
                }))
                .hasMessageContaining("permission denied");
    }

    @Test
    void thePlatformsRoleSeesNothingOfATenant() {
        assertThatThrownBy(() -> platform.sql()
                        .fetch("select * from \"%s\".team"
                                .formatted(acme.space().schema())))
                .hasMessageContaining("permission denied for schema");
    }

    @Test
    void aTenantsRoleSeesNothingOfThePlatform() {
        assertThatThrownBy(() -> Tenants.in(acme, () -> database.sql().fetch("select * from platform.operator")))
                .hasMessageContaining("permission denied");
    }

    @Test
    void aTransactionCannotContinueAsAnotherTenant() {
        assertThatThrownBy(() -> Tenants.run(
                        acme,
                        () -> tenantTransactions.executeWithoutResult(status -> Tenants.run(globex, this::teamNames))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cannot continue as tenant walls-globex");
    }

    @Test
    void aFailedStatementAndARolledBackTransactionLeaveTheNextBorrowerWithItsOwnTenant() {
        assertThatThrownBy(() -> Tenants.run(
                        acme,
                        () -> tenantTransactions.executeWithoutResult(status -> {
                            addTeam("Lost");
                            database.sql().execute("select 1/0");
                        })))
                .isInstanceOf(DataAccessException.class);

        assertThat(Tenants.in(globex, this::teamNames)).containsExactly("Team of walls-globex");
        assertThat(Tenants.in(acme, this::teamNames)).containsExactly("Team of walls-acme");
    }

    @Test
    void aConnectionWhoseRoleCannotBeSetIsThrownAway() throws SQLException {
        RolePool pool = connections.poolOf(acme);

        assertThatThrownBy(() -> pool.borrow("no_such_role")).isInstanceOf(SQLException.class);

        assertThat(Tenants.in(acme, this::teamNames)).containsExactly("Team of walls-acme");
    }

    @Test
    void rollingBackToASavepointKeepsTheTenant() {
        Tenants.run(
                acme,
                () -> tenantTransactions.executeWithoutResult(status -> {
                    Object savepoint = status.createSavepoint();
                    addTeam("Undone");
                    status.rollbackToSavepoint(savepoint);
                    assertThat(teamNames()).containsExactly("Team of walls-acme");
                }));
    }

    @Test
    void aTableInATemporarySchemaShadowsNothing() {
        Tenants.run(
                acme,
                () -> tenantTransactions.executeWithoutResult(status -> {
                    assertThat(database.sql().fetchSingle("show search_path").into(String.class))
                            .doesNotContain("$user")
                            .endsWith("pg_temp");
                    assertThat(teamNames()).containsExactly("Team of walls-acme");
                }));
    }

    @Test
    void theLedgerCannotBeRewrittenByATenantsOwnRole() {
        assertThatThrownBy(() -> Tenants.in(
                        acme,
                        () -> database.sql()
                                .execute("delete from \"%s\".ticket_event"
                                        .formatted(acme.space().schema()))))
                .hasMessageContaining("permission denied for table ticket_event");
    }

    @Test
    void noStatementOfATenantChangesADefinition() {
        assertThatThrownBy(() -> Tenants.in(
                        acme,
                        () -> database.sql()
                                .execute("alter table \"%s\".team add column more text"
                                        .formatted(acme.space().schema()))))
                .hasMessageContaining("must be owner");
        assertThatThrownBy(() -> Tenants.in(acme, () -> database.sql().execute("create table public.planted (id int)")))
                .hasMessageContaining("permission denied");
    }

    private void addTeam(String name) {
        database.sql()
                .insertInto(TEAM)
                .set(TEAM.NAME, name)
                .set(TEAM.NAME_KEY, name.toLowerCase(Locale.ROOT))
                .set(TEAM.CREATED_AT, Instant.EPOCH)
                .execute();
    }

    private List<String> teamNames() {
        return database.sql().select(TEAM.NAME).from(TEAM).orderBy(TEAM.NAME).fetch(TEAM.NAME);
    }
}
