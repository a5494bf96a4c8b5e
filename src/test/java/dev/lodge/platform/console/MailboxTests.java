package dev.lodge.platform.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.EmailAddress;
import dev.lodge.email.Addressee;
import dev.lodge.email.KeptMails;
import dev.lodge.email.Mail;
import dev.lodge.email.Outbox;
import dev.lodge.platform.OperatorVisit;
import dev.lodge.platform.Operators;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

@LodgeTest
class MailboxTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    Operators operators;

    @Autowired
    Cast cast;

    @Autowired
    Outbox outbox;

    @Autowired
    KeptMails kept;

    @Autowired
    TransactionTemplate transaction;

    OperatorVisit visit;

    @BeforeEach
    void eachDeskKeepsAMail() {
        keepOne(cast.tenant("mailbox-a", "Acme"), "Hannah");
        keepOne(cast.tenant("mailbox-b", "Globex"), "Ruth");
        String email = UUID.randomUUID() + "@lodge.example";
        operators.create(email, "Nora Kessler", "a long enough password");
        visit = new OperatorVisit(http).signIn(email, "a long enough password");
    }

    @Test
    void anOperatorReadsWhatIsKeptAndTheLookIsRecorded() {
        long id = newest("mailbox-a");

        assertThat(visit.look("/operator/mailbox?search=mailbox"))
                .hasStatusOk()
                .bodyText()
                .contains("mailbox-a");
        assertThat(visit.look("/operator/mailbox/mailbox-a"))
                .hasStatusOk()
                .bodyText()
                .contains("Test mail from Acme", "hannah@weiss.example")
                .doesNotContain("Globex");
        assertThat(visit.look("/operator/mailbox/mailbox-a/" + id))
                .hasStatusOk()
                .bodyText()
                .contains("Hello Hannah", "@mailbox-a.localhost", "Auto-Submitted");
        assertThat(visit.look("/operator/mailbox/mailbox-a/" + id + "/html"))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>Acme</strong>");
        assertThat(visit.look("/operator/tenants/mailbox-a"))
                .bodyText()
                .contains("Mailbox opened", "Mail read", "Nora Kessler");
    }

    @Test
    void aMailOfTheDeskNextDoorIsNotInThisMailbox() {
        assertThat(visit.look("/operator/mailbox/mailbox-a/955555")).hasStatus(404);
        assertThat(visit.look("/operator/mailbox/nobody")).hasStatus(404);
    }

    private long newest(String slug) {
        return Tenants.in(
                cast.tenant(slug, slug), () -> kept.newest(1).getFirst().id());
    }

    private void keepOne(Tenant tenant, String name) {
        var to = Addressee.of(new EmailAddress(name.toLowerCase() + "@weiss.example"), name);
        Tenants.run(
                tenant,
                () -> transaction.executeWithoutResult(
                        status -> outbox.send(Mail.automatic("test", to, Map.of("asked_by", "Mia")))));
    }
}
