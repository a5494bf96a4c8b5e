package dev.lodge;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

class ModularityTests {

    /** Generated table classes belong to no module. */
    private final ApplicationModules modules = ApplicationModules.of(
            Lodge.class, com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage("dev.lodge.schema.."));

    @Test
    void modulesUseOnlyWhatOthersOffer() {
        modules.verify();
    }

    @Test
    void theDiagramOfTheModulesIsDrawnFromTheCode() {
        new Documenter(modules).writeModulesAsPlantUml().writeIndividualModulesAsPlantUml();
    }
}
