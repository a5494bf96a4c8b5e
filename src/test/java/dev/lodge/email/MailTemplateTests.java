package dev.lodge.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailTemplateTests {

    private static final MailKind KIND = new MailKind(
            "reply",
            "email.kind.reply",
            List.of(
                    Placeholder.text("message", "It is on its way."),
                    Placeholder.link("ticket_url", "https://acme.example/tickets/1")),
            true);

    @Test
    void valuesStandWherePlaceholdersWere() {
        var letter = fill("Re: {{ message }}", "**{{message}}**\n\n[See it]({{ticket_url}})", "Done");

        assertThat(letter.subject()).isEqualTo("Re: Done");
        assertThat(letter.html()).contains("<strong>Done</strong>", "href=\"https://acme.example/tickets/1\"");
        assertThat(letter.text()).isEqualTo("Done\n\nSee it <https://acme.example/tickets/1>");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "[press](https://evil.example)",
                "![look](https://evil.example/p.png)",
                "https://evil.example",
                "**loud**",
                "{{ticket_url}}",
                "# Heading",
                "[a]: https://evil.example",
            })
    void aValueIsTextWhateverItHolds(String value) {
        var letter =
                fill("{{message}}", "Hi\n\n{{message}}\n\n> {{message}}\n\n`{{message}}` <i>{{message}}</i>", value);

        assertThat(letter.html()).doesNotContain("<a ", "<img", "<script", "<h1", "<strong", "<i>");
        assertThat(letter.text()).contains(value);
        assertThat(letter.subject()).isEqualTo(value);
    }

    @Test
    void theSubjectOfAConfidentialMailHoldsNoLink() {
        var confidential = new MailKind("let_in", "email.kind.let_in", KIND.placeholders(), false, true);

        assertThatThrownBy(() -> MailTemplate.of(confidential, new WrittenTemplate("{{ticket_url}}", "Hello")))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors().has("subject")).isTrue());
        assertThat(MailTemplate.of(confidential, new WrittenTemplate("Hello", "[In]({{ticket_url}})")))
                .isNotNull();
    }

    @Test
    void linesOfAValueStayLinesInTheBodyAndJoinInTheSubject() {
        var letter = fill("{{message}}", "{{message}}", "One\r\nTwo\n\nThree");

        assertThat(letter.subject()).isEqualTo("One Two Three");
        assertThat(letter.html()).containsIgnoringWhitespaces("One<br />Two<br /><br />Three");
        assertThat(letter.text()).contains("One\nTwo");
    }

    @Test
    void aLinkThatIsNoAddressOfTheWebLeadsNowhere() {
        var template = MailTemplate.of(KIND, new WrittenTemplate("S", "[a]({{ticket_url}}) {{ticket_url}}"));

        assertThat(template.fill(Map.of("ticket_url", "javascript:alert(1)")).html())
                .doesNotContain("href=\"javascript");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "subject | {{nobody}}    | Text          | email.invalid.placeholder",
                "body    | Subject       | {{nobody}}    | email.invalid.placeholder",
                "body    | Subject       | {{message     | email.invalid.unclosed",
                "subject | {{desk        | Text          | email.invalid.unclosed",
                "subject | ''            | Text          | email.invalid.length",
                "body    | Subject       | ''            | email.invalid.length",
                "body    | Subject       | [a](https://x.example/{{message}}) | email.invalid.link",
                "body    | Subject       | [a]({{message}}) | email.invalid.link",
                "body    | Subject       | https://x.example/{{message}} | email.invalid.link",
            })
    void whatIsWrongIsNamed(String field, String subject, String body, String key) {
        assertThatThrownBy(() -> MailTemplate.of(KIND, new WrittenTemplate(subject, body)))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        invalid -> assertThat(invalid.errors().of(field))
                                .extracting(Message::key)
                                .contains(key));
    }

    @Test
    void aSubjectIsOneLineAndBothAreBounded() {
        assertThatThrownBy(() -> MailTemplate.of(KIND, new WrittenTemplate("a\nBcc: x", "b")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> MailTemplate.of(KIND, new WrittenTemplate("a".repeat(201), "b")))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> MailTemplate.of(KIND, new WrittenTemplate("a", "b".repeat(5_001))))
                .isInstanceOf(Invalid.class);
        assertThat(fill("{{message}}", "{{message}}", "x".repeat(100_000)).text())
                .hasSizeLessThan(20_001);
    }

    @Test
    void aDraftComesBackAsItWas() {
        var template = new WrittenTemplate("Über {{desk}}", "One\n\ntwo ☕");

        assertThat(Draft.decode(Draft.encode(template))).contains(template);
        assertThat(Draft.decode("nonsense")).isEmpty();
        assertThat(Draft.decode("")).isEmpty();
    }

    private static Letter fill(String subject, String body, String message) {
        return MailTemplate.of(KIND, new WrittenTemplate(subject, body))
                .fill(Map.of("message", message, "ticket_url", "https://acme.example/tickets/1"));
    }
}
