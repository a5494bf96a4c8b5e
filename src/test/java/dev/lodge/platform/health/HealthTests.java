package dev.lodge.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@LodgeTest
class HealthTests {

    @Autowired
    MockMvcTester http;

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "acme.localhost", "10.0.0.7", "nobody.example"})
    void anyHostSaysThatLodgeLivesAndIsReady(String host) {
        assertThat(http.get().uri("http://" + host + "/healthz")).hasStatusOk();
        assertThat(http.get().uri("http://" + host + "/readyz"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("{\"status\":\"ready\"}");
    }
}
