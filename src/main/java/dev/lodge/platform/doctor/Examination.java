package dev.lodge.platform.doctor;

import java.util.List;
import org.jooq.DSLContext;

/** Looks at one side of the database, as its owner, and says what it saw. */
@FunctionalInterface
interface Examination {

    List<Finding> look(Patient patient);

    /**
     * The database under examination.
     *
     * @param owner SQL with the owner's login
     * @param application SQL with the application's login, in no role
     * @param ownerName the owner's login
     * @param applicationName the application's login
     */
    record Patient(DSLContext owner, DSLContext application, String ownerName, String applicationName) {}
}
