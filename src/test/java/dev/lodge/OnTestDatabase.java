package dev.lodge;

import dev.lodge.database.DatabaseAddress;
import dev.lodge.database.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points a context at the database of the tests. */
public final class OnTestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** As the database is a new one each time, so is what goes with it; the build's directory is emptied with the build. */
    private static final Path BLOBS = Path.of(
            "target", "test-blobs", Long.toString(ProcessHandle.current().pid()));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(settings(TestDatabase.address())).applyTo(context);
    }

    /** What an application needs to use this database as those of the tests do, each as {@code name=value}. */
    public static List<String> settings(DatabaseAddress address) {
        return List.of(
                "lodge.secret=a secret of the tests, long enough to be one",
                "lodge.blobs=" + BLOBS,
                "lodge.allow-private-mail-servers=true",
                "lodge.database.url=" + address.jdbcUrl(),
                "lodge.database.owner.user=" + address.owner().user(),
                "lodge.database.owner.password=" + address.owner().password(),
                "lodge.database.application.user=" + address.application().user(),
                "lodge.database.application.password=" + address.application().password());
    }
}
