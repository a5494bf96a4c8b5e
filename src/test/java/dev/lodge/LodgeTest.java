package dev.lodge;

import dev.lodge.accounts.Browsers;
import dev.lodge.accounts.CountedPasswords;
import dev.lodge.accounts.People;
import dev.lodge.branding.domains.WrittenDns;
import dev.lodge.jobs.DueWork;
import dev.lodge.knowledge.Shelves;
import dev.lodge.portal.CustomerVisits;
import dev.lodge.portal.WritingDesk;
import dev.lodge.sla.Promises;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of the whole application on a real PostgreSQL, with the tenants Acme and Globex in it ({@link Cast}) and a clock that tests
 * turn ({@link TurnedClock}); due work is done by {@link DueWork} when a test wants it. All such tests share one context and one database; a test that needs a tenant to itself makes one with
 * {@link Cast#tenant}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"lodge.port=0", "lodge.database.pools=2", "lodge.database.pool-size=4"})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = OnTestDatabase.class)
@Import({
    Cast.class,
    People.class,
    Promises.class,
    Shelves.class,
    Browsers.class,
    CustomerVisits.class,
    WritingDesk.class,
    CountedPasswords.class,
    TurnedClock.class,
    DueWork.class,
    WrittenDns.class
})
public @interface LodgeTest {}
