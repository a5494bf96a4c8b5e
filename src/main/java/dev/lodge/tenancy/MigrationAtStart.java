package dev.lodge.tenancy;

import java.util.Optional;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings tenants up to date once the server serves, beside it: each tenant is served as soon as it is done, and the start takes as long
 * with a thousand tenants as with one.
 */
@Component
@ConditionalOnWebApplication
class MigrationAtStart {

    private static final Logger log = LoggerFactory.getLogger(MigrationAtStart.class);

    private final FleetMigration fleet;

    MigrationAtStart(FleetMigration fleet) {
        this.fleet = fleet;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("fleet-migration").start(this::migrate);
    }

    private void migrate() {
        try {
            int behind = fleet.behind();
            if (behind > 0) {
                log.info("{} tenants lack a migration; they are brought up to date now.", behind);
                FleetMigration.Outcome outcome = fleet.run(Optional.empty());
                log.info(
                        "{} tenants were migrated, {} failed, {} were not tried.",
                        outcome.migrated(),
                        outcome.failed().size(),
                        outcome.untried());
            }
        } catch (DataAccessException failure) {
            log.error("Tenants could not be migrated; the next start or `lodge migrate` tries again.", failure);
        }
    }
}
