package dev.lodge.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantSlugTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"ab", "a1", "acme", "a-b", "acme--north", "1st", "abcdefghijabcdefghijabcdefghijabcdefghij"})
    void takesTwoToFortyOfLettersDigitsAndInnerHyphens(String slug) {
        assertThat(TenantSlug.of(slug)).hasToString(slug);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "-acme",
                "acme-",
                "Acme",
                "ac me",
                "ac_me",
                "acmé",
                "ac\u0000me",
                "acme\n",
                "ａｃｍｅ",
                "abcdefghijabcdefghijabcdefghijabcdefghijk"
            })
    void refusesAnyOtherForm(String slug) {
        assertThatThrownBy(() -> TenantSlug.of(slug))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("A slug has 2 to 40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"www", "api", "platform", "operator", "static", "localhost"})
    void refusesReservedWords(String slug) {
        assertThatThrownBy(() -> TenantSlug.of(slug)).hasMessageContaining("reserved");
    }

    @Test
    void schemaAndRoleNamesFitIntoPostgresAndDifferForARecreatedSlug() {
        TenantSlug longest = TenantSlug.of("a".repeat(40));

        Tenant.Space first = TenantSchema.spaceFor(1, longest, "lodge");
        Tenant.Space second = TenantSchema.spaceFor(Long.MAX_VALUE, longest, "lodge");

        assertThat(second.schema()).hasSizeLessThan(64).isNotEqualTo(first.schema());
        assertThat(second.role()).hasSizeLessThan(64).isNotEqualTo(first.role());
    }
}
