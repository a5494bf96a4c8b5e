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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@LodgeTest
class ProvisioningTests {

    @Autowired
    Cast cast;

    @Autowired
    Provisioning provisioning;

    @Autowired
    TenantRegistry registry;

    @Autowired
    TenantDatabase database;

    @Autowired
    Domains domains;

    @Autowired
    Lifecycle lifecycle;

    @Test
    void aTenantComesWithItsDefaultDomainItsSchemaAndItsFirstContent() {
        Tenant tenant = provisioning.create(wish("new-initech"), this::addTeam);

        assertThat(registry.byHost(new HostName("new-initech.localhost"))).contains(tenant);
        assertThat(tenant.schemaVersion()).isEqualTo(TenantSchema.MIGRATIONS.latest());
        assertThat(Tenants.in(tenant, () -> database.sql().fetchCount(TEAM))).isOne();
    }

    @Test
    void aFailureInTheFirstContentLeavesNothingBehind() throws SQLException {
        assertThatThrownBy(() -> provisioning.create(wish("new-hooli"), () -> {
                    addTeam();
                    throw new IllegalArgumentException("The first owner has no address.");
                }))
                .hasMessage("The first owner has no address.");

        assertThat(registry.bySlug(TenantSlug.of("new-hooli"))).isEmpty();
        assertThat(registry.byHost(new HostName("new-hooli.localhost"))).isEmpty();
        assertThat(schemasNamedLike("new_hooli")).isZero();
        assertThat(provisioning.create(wish("new-hooli"), this::addTeam).slug()).hasToString("new-hooli");
    }

    @Test
    void aTakenSlugOrHostIsRefusedWholly() throws SQLException {
        Tenant acme = cast.acme();

        assertThatThrownBy(() -> provisioning.create(wish("acme"), () -> {})).isInstanceOf(SlugTaken.class);
        assertThatThrownBy(() -> provisioning.create(
                        new NewTenant(TenantSlug.of("new-umbrella"), "Umbrella", List.of(acme.primaryHost())),
                        () -> {}))
                .isInstanceOf(HostTaken.class);
        assertThatThrownBy(() -> provisioning.create(
                        new NewTenant(TenantSlug.of("new-umbrella"), "Umbrella", List.of(new HostName("localhost"))),
                        () -> {}))
                .isInstanceOf(HostTaken.class);
        assertThat(schemasNamedLike("new_umbrella")).isZero();
    }

    @Test
    void ofManyWhoCreateTheSameSlugAtOnceOneSucceeds() throws Exception {
        int many = 4;
        CyclicBarrier together = new CyclicBarrier(many);
        Callable<Optional<Tenant>> attempt = () -> {
            together.await();
            try {
                return Optional.of(provisioning.create(wish("new-vandelay"), this::addTeam));
            } catch (SlugTaken taken) {
                return Optional.empty();
            }
        };
        try (var threads = Executors.newFixedThreadPool(many)) {
            List<Future<Optional<Tenant>>> attempts = threads.invokeAll(Collections.nCopies(many, attempt));
            int created = 0;
            for (Future<Optional<Tenant>> one : attempts) {
                created += one.get().isPresent() ? 1 : 0;
            }
            assertThat(created).isOne();
        }
    }

    @Test
    void aHostOfAnotherTenantCannotBeAddedAndThePrimaryOneNotRemoved() {
        Tenant acme = cast.acme();
        Tenant globex = cast.globex();

        assertThatThrownBy(() -> domains.add(globex.slug(), acme.primaryHost(), false))
                .isInstanceOf(HostTaken.class);
        assertThatThrownBy(() -> domains.remove(acme.primaryHost())).hasMessageContaining("primary_stays");
    }

    @Test
    void aNewPrimaryDomainReplacesTheOldOneAndIsServedAtOnce() {
        Tenant tenant = cast.tenant("pied-piper", "Pied Piper");
        HostName custom = new HostName("help.piedpiper.example");
        assertThat(registry.byHost(custom)).isEmpty();

        domains.add(tenant.slug(), custom, true);

        assertThat(registry.byHost(custom).orElseThrow().primaryHost()).isEqualTo(custom);
        assertThat(domains.of(tenant)).extracting(Domain::primary).containsExactly(true, false);
        domains.add(tenant.slug(), tenant.primaryHost(), true);
        domains.remove(custom);
        assertThat(registry.byHost(custom)).isEmpty();
    }

    @Test
    void suspendingAndResumingIsSeenAtOnceAndKeepsTheData() {
        Tenant tenant = cast.tenant("stark", "Stark");
        assertThat(registry.byHost(tenant.primaryHost()).orElseThrow().isSuspended())
                .isFalse();

        lifecycle.suspend(tenant.slug(), "Invoice 7 is unpaid");
        Tenant suspended = registry.byHost(tenant.primaryHost()).orElseThrow();
        lifecycle.resume(tenant.slug());

        assertThat(suspended.isSuspended()).isTrue();
        assertThat(suspended.suspendedReason()).isEqualTo("Invoice 7 is unpaid");
        assertThat(registry.byHost(tenant.primaryHost()).orElseThrow().isSuspended())
                .isFalse();
    }

    private static NewTenant wish(String slug) {
        return new NewTenant(TenantSlug.of(slug), slug, List.of());
    }

    private void addTeam() {
        database.sql()
                .insertInto(TEAM)
                .set(TEAM.NAME, "Support")
                .set(TEAM.NAME_KEY, "support")
                .set(TEAM.CREATED_AT, Instant.EPOCH)
                .execute();
    }

    private static int schemasNamedLike(String slug) throws SQLException {
        try (Connection owner = TestDatabase.asOwner()) {
            return DSL.using(owner, SQLDialect.POSTGRES)
                    .fetch("select 1 from pg_namespace where nspname like '%" + slug + "'")
                    .size();
        }
    }
}
