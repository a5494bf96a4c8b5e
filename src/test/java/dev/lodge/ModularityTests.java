package dev.lodge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    /** Which modules each one may use, from the ground up. Nobody below knows of anybody above. */
    private static final Map<String, Set<String>> DIRECTION = Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("database", Set.of()),
            Map.entry("tenancy", Set.of("database", "problem")),
            Map.entry("web", Set.of("tenancy", "problem")),
            Map.entry("outside", Set.of()),
            Map.entry("secrets", Set.of("problem")),
            Map.entry("email", Set.of("jobs", "outside", "secrets", "accounts", "web", "tenancy", "problem")),
            Map.entry("jobs", Set.of("web", "tenancy", "problem")),
            Map.entry("accounts", Set.of("jobs", "web", "tenancy", "problem")),
            Map.entry("idempotency", Set.of("accounts", "web", "tenancy", "problem")),
            Map.entry("customers", Set.of("accounts", "web", "tenancy", "problem")),
            Map.entry("attachments", Set.of("jobs", "accounts", "web", "tenancy", "problem")),
            Map.entry(
                    "tickets",
                    Set.of("attachments", "idempotency", "customers", "accounts", "web", "tenancy", "problem")),
            Map.entry("knowledge", Set.of("attachments", "jobs", "customers", "accounts", "web", "tenancy", "problem")),
            Map.entry("sla", Set.of("jobs", "tickets", "customers", "accounts", "web", "tenancy", "problem")),
            Map.entry(
                    "notifications",
                    Set.of("sla", "tickets", "customers", "email", "jobs", "accounts", "web", "tenancy", "problem")),
            Map.entry(
                    "portal",
                    Set.of(
                            "knowledge",
                            "attachments",
                            "tickets",
                            "customers",
                            "email",
                            "idempotency",
                            "jobs",
                            "accounts",
                            "web",
                            "tenancy",
                            "problem")),
            Map.entry("search", Set.of("tickets", "knowledge", "customers", "accounts", "web")),
            Map.entry("branding", Set.of("attachments", "email", "jobs", "accounts", "web", "tenancy", "problem")),
            Map.entry("apidocs", Set.of("knowledge", "accounts", "web", "problem")),
            Map.entry(
                    "demo",
                    Set.of(
                            "portal",
                            "knowledge",
                            "attachments",
                            "sla",
                            "tickets",
                            "customers",
                            "accounts",
                            "tenancy",
                            "problem")),
            Map.entry(
                    "platform",
                    Set.of(
                            "demo",
                            "email",
                            "attachments",
                            "jobs",
                            "accounts",
                            "web",
                            "tenancy",
                            "database",
                            "problem")));

    /** Generated table classes belong to no module. */
    private final ApplicationModules modules =
            ApplicationModules.of(Lodge.class, resideInAPackage("dev.lodge.schema.."));

    @Test
    void modulesUseOnlyWhatOthersOfferAndNeverInACircle() {
        modules.verify();
    }

    @Test
    void modulesUseOnlyThoseBelowThem() {
        Map<String, Set<String>> upward = new TreeMap<>();
        for (ApplicationModule module : modules) {
            String name = module.getIdentifier().toString();
            assertThat(DIRECTION).as("a direction for every module").containsKey(name);
            Set<String> beyond = module.getDirectDependencies(modules)
                    .uniqueModules()
                    .map(used -> used.getIdentifier().toString())
                    .filter(used -> !DIRECTION.getOrDefault(name, Set.of()).contains(used))
                    .collect(Collectors.toSet());
            if (!beyond.isEmpty()) {
                upward.put(name, beyond);
            }
        }

        assertThat(upward).isEmpty();
    }

    @Test
    void theDiagramOfTheModulesIsDrawnFromTheCode() {
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
