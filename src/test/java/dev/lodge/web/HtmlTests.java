package dev.lodge.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTests {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/tickets/4812", "/tickets?status=open&page=2"})
    void redirectsStayOnThisHost(String address) {
        assertThat(Html.redirect(address).template()).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nSet-Cookie: b", "tickets"
            })
    void anAddressThatCouldLeaveThisHostIsRefused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> Html.redirect(address));
    }
}
