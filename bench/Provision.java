import dev.lodge.Lodge;
import dev.lodge.tenancy.FleetMigration;
import dev.lodge.tenancy.NewTenant;
import dev.lodge.tenancy.Provisioning;
import dev.lodge.tenancy.TenantSlug;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * Lodge in a process beside the one that is measured, making tenants or migrating them. A program of its own, because a process
 * knows only the migrations that there were when it started.
 *
 * <p>Arguments: the data directory, the database's port, and {@code create FIRST LAST}, which prints the seconds that each took, or
 * {@code migrate}, which prints the seconds that all took.
 */
class Provision {

    public static void main(String... args) {
        var lodge = new SpringApplicationBuilder(Lodge.class)
                .logStartupInfo(false)
                .properties(Map.of("logging.level.root", "warn", "spring.main.banner-mode", "off"));
        try (var context = lodge.run(
                "--lodge.data-dir=" + args[0], "--lodge.database.port=" + args[1], "--server.port=0")) {
            switch (args[2]) {
                case "create" -> create(context, Integer.parseInt(args[3]), Integer.parseInt(args[4]));
                case "migrate" -> migrate(context);
                default -> throw new IllegalArgumentException(args[2]);
            }
        }
    }

    private static void create(ApplicationContext lodge, int first, int last) {
        Provisioning provisioning = lodge.getBean(Provisioning.class);
        for (int number = first; number <= last; number++) {
            var wish = new NewTenant(TenantSlug.of("bench-" + number), "Bench " + number, List.of());
            long started = System.nanoTime();
            provisioning.create(wish, () -> {});
            System.out.println("took " + secondsSince(started));
        }
    }

    private static void migrate(ApplicationContext lodge) {
        long started = System.nanoTime();
        var outcome = lodge.getBean(FleetMigration.class).run(Optional.empty());
        if (!outcome.failed().isEmpty()) {
            throw new IllegalStateException(outcome.failed().toString());
        }
        System.out.println("took " + secondsSince(started));
    }

    private static double secondsSince(long started) {
        return (System.nanoTime() - started) / 1e9;
    }
}
