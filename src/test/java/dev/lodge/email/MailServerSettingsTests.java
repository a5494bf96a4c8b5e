package dev.lodge.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.email.MailServerSettings.Smtp;
import org.junit.jupiter.api.Test;

class MailServerSettingsTests {

    @Test
    void thePortFollowsFromTheSecurity() {
        assertThat(smtp(null, Security.TLS).port()).isEqualTo(465);
        assertThat(smtp(null, Security.STARTTLS).port()).isEqualTo(587);
        assertThat(smtp(null, Security.NONE).port()).isEqualTo(25);
        assertThat(smtp(2525, Security.NONE).port()).isEqualTo(2525);
    }

    @Test
    void aWrongValueIsNamed() {
        assertThatThrownBy(() -> smtp(70_000, Security.TLS)).hasMessageContaining("LODGE_SMTP_PORT");
        assertThatThrownBy(() -> new Smtp("h", null, Security.TLS, "lodge", null))
                .hasMessageContaining("LODGE_SMTP_PASSWORD");
        assertThatThrownBy(() -> new MailServerSettings(smtp(null, Security.TLS), null, false))
                .hasMessageContaining("LODGE_MAIL_FROM");
        assertThatThrownBy(() -> new MailServerSettings(smtp(null, Security.TLS), "nobody", false))
                .hasMessageContaining("LODGE_MAIL_FROM");
    }

    @Test
    void thePasswordIsNotPrinted() {
        var settings = new MailServerSettings(
                new Smtp("smtp.example.com", null, Security.TLS, "lodge", "hunter2"), "help@example.com", false);

        assertThat(settings.toString()).doesNotContain("hunter2");
        assertThat(settings.server().orElseThrow().toString()).doesNotContain("hunter2");
    }

    private static Smtp smtp(Integer port, Security security) {
        return new Smtp("smtp.example.com", port, security, null, null);
    }
}
