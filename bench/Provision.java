import dev.lodge.Lodge;
import dev.lodge.platform.FirstOwner;
import dev.lodge.platform.Registrar;
import dev.lodge.tenancy.FleetMigration;
import dev.lodge.tenancy.NewTenant;
import dev.lodge.tenancy.TenantSlug;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;

/**
 * Lodge as its commands start it, without a web server, making tenants or migrating them. A program of its own, because a process
 * knows only the migrations that there were when it started.
 *
 * <p>Arguments: the data directory, the database's port, and {@code create FIRST LAST}, which prints the seconds that each took, or
 * {@code migrate}, which prints the seconds that all took.
 */
class Provision {

    public static void main(String... args) {
        var lodge = new SpringApplicationBuilder(Lodge.class)
                .web(WebApplicationType.NONE)
                .lazyInitialization(true)
                .logStartupInfo(false);
        try (var context = lodge.run("--lodge.data-dir=" + args[0], "--lodge.database.port=" + args[1])) {
            switch (args[2]) {
                case "create" -> create(context, Integer.parseInt(args[3]), Integer.parseInt(args[4]));
                case "migrate" -> migrate(context);
                default -> throw new IllegalArgumentException(args[2]);
            }
        }
    }

    private static void create(ApplicationContext lodge, int first, int last) {
        Registrar registrar = lodge.getBean(Registrar.class);
        for (int number = first; number <= last; number++) {
            var wish = new NewTenant(TenantSlug.of("bench-" + number), "Bench " + number, List.of());
            long started = System.nanoTime();
            registrar.create(null, wish, FirstOwner.invited("owner@bench.example"));
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
