import java.nio.file.Files;
import java.util.List;

/** Makes the tenants that are measured: the first ones with tickets, all with an agent who has a token. */
record Seed(Stand stand) {

    /** Seeds both data directories and gives the seconds that each empty tenant of the large one took. */
    List<Double> run() throws Exception {
        stand.forget(Stand.ONE);
        stand.forget(Stand.MANY);
        stand.provision(Stand.ONE, "create", "1", "1");
        int busy = stand.scale().busy();
        System.out.println("Creating " + stand.scale().all() + " tenants");
        List<Double> took = stand.provision(
                Stand.MANY, "create", "1", String.valueOf(stand.scale().all()));
        System.out.println("Filling " + busy + " of them with " + stand.scale().tickets() + " tickets each");
        try (var lodge = stand.serve(Stand.MANY)) {
            fillAll();
        }
        return took;
    }

    private void fillAll() throws Exception {
        stand.eachTenant(stand.scale().all(), this::fill);
        try (var postgres = stand.postgres(Stand.MANY)) {
            postgres.execute("vacuum (analyze)");
            postgres.execute("checkpoint");
        }
    }

    private void fill(Postgres postgres, int number) throws Exception {
        String schema = schemaOf(postgres, number);
        String[] parts = Files.readString(stand.bench().resolve("seed.sql"))
                .replace("${tickets}", String.valueOf(stand.scale().tickets()))
                .replace("${token}", Stand.token(number))
                .replace("${manager}", Stand.managersToken(number))
                .split("-- Tickets.*\n");
        String script = number <= stand.scale().busy() ? parts[0] + parts[1] : parts[0];
        postgres.execute("begin; set local search_path = " + schema + ", pg_catalog, pg_temp;" + script + "commit");
    }

    static String schemaOf(Postgres postgres, int number) throws Exception {
        return postgres.value("select schema_name from platform.tenant where slug = '" + Stand.slug(number) + "'");
    }
}
