package dev.lodge.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvatarTests {

    @ParameterizedTest
    @CsvSource({"Mia Lindqvist, ML", "Tom, T", "Anna Maria von Berg, AB", "'', ''", "élodie ünal, ÉÜ", "𝒜da Byron, 𝒜B"
    })
    void initialsAreThoseOfTheFirstAndLastName(String name, String initials) {
        assertThat(Avatar.initials(name)).isEqualTo(initials);
    }
}
