package dev.lodge.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.jobs.DueWork;
import dev.lodge.outside.DestinationRefused;
import dev.lodge.outside.Resolver;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@LodgeTest
@Import(Office.class)
class SendingTests {

    @Autowired
    Cast cast;

    @Autowired
    Office office;

    @Autowired
    Outbox outbox;

    @Autowired
    OutgoingMails mails;

    @Autowired
    Delivery delivery;

    @Autowired
    MailWork work;

    @Autowired
    DueWork due;

    @Autowired
    TurnedClock clock;

    @Autowired
    TransactionTemplate transaction;

    GreenMail server;
    Tenant acme;
    Tenant globex;

    @BeforeEach
    void bothDesksSendByOneServer() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        acme = cast.tenant("mail-acme", "Acme");
        globex = cast.tenant("mail-globex", "Globex");
        office.open(acme, server.getSmtp().getPort());
        office.open(globex, server.getSmtp().getPort());
    }

    @AfterEach
    void theServerCloses() {
        server.stop();
    }

    @Test
    void aMailArrivesInTheTenantsNameAsTextAndHtml() throws Exception {
        office.send(acme, "hannah@weiss.example", null);
        assertThat(due.run(acme)).containsExactly("mail " + acme.id());

        MimeMessage mail = received()[0];
        assertThat(mail.getSubject()).isEqualTo("Test mail from Acme");
        assertThat(mail.getFrom()).extracting(Object::toString).containsExactly("Acme <help@mail-acme.example>");
        assertThat(mail.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("=?UTF-8?Q?Hannah_Wei=C3=9F?= <hannah@weiss.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("All");
        assertThat(mail.getMessageID()).matches("<mail\\.[0-9a-f]{32}@mail-acme\\.localhost>");
        assertThat(mail.getSentDate()).isNotNull();
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString())
                .contains("Hello Hannah Weiß,", "Open Acme <http://mail-acme.localhost");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains(
                        "Hello Hannah Weiß,",
                        "<strong>Acme</strong>",
                        acme.branding().accent());
        assertThat(office.only(acme).getStatus()).isEqualTo("sent");
        assertThat(office.mails(globex)).isEmpty();
    }

    @Test
    void ownWordsThatALaterReleaseCannotReadGiveWayToLodges() throws Exception {
        office.keepWords(acme, "test", "Hello {{of_long_ago}}");
        office.keepWords(globex, "test", "Our own words");

        office.send(acme, "hannah@weiss.example", null);
        office.send(globex, "hannah@weiss.example", null);

        assertThat(office.only(acme).getSubject()).isEqualTo("Test mail from Acme");
        assertThat(office.only(globex).getSubject()).isEqualTo("Our own words");
    }

    @Test
    void whatLetsSomebodyInIsReadableByItsReceiverAlone() throws Exception {
        String link = "https://acme.example/password/not-for-everybody";
        var to = Office.to("hannah@weiss.example", "Hannah Weiß");
        office.send(acme, Mail.automatic("password_reset", to, Map.of("link", link, "until", "tomorrow")));
        var waiting = office.only(acme);
        due.run(acme);
        var sent = office.only(acme);

        assertThat(waiting.getTextBody() + waiting.getHtmlBody()).isEmpty();
        assertThat(new String(waiting.getSealedBody(), StandardCharsets.ISO_8859_1))
                .doesNotContain(link);
        var parts = (MimeMultipart) received()[0].getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).contains(link);
        assertThat(sent.getStatus()).isEqualTo("sent");
        assertThat(sent.getTextBody() + sent.getHtmlBody()).isEmpty();
        assertThat(sent.getSealedBody()).isNull();
    }

    @Test
    void mailsOfOneTicketBelongTogetherAndNotWithThoseOfTheDeskNextDoor() throws Exception {
        long ticket = cast.deskOfAcme(acme).ticket();
        long theirs = cast.deskOfGlobex(globex).ticket();
        office.open(acme, server.getSmtp().getPort());
        office.open(globex, server.getSmtp().getPort());
        office.send(acme, "hannah@weiss.example", ticket);
        office.send(acme, "ben@weiss.example", ticket);
        office.send(globex, "hannah@weiss.example", theirs);
        due.run(acme);
        due.run(globex);

        assertThat(received()).hasSize(3);
        var hannahs = mailOf("hannah@weiss.example", "mail-acme");
        var bens = mailOf("ben@weiss.example", "mail-acme");
        String thread = hannahs.getHeader("References", null);
        assertThat(thread).startsWith("<ticket.").isEqualTo(hannahs.getHeader("In-Reply-To", null));
        assertThat(bens.getHeader("References", null)).isEqualTo(thread);
        assertThat(bens.getMessageID()).isNotEqualTo(hannahs.getMessageID());
        assertThat(mailOf("hannah@weiss.example", "mail-globex").getHeader("References", null))
                .startsWith("<ticket.")
                .isNotEqualTo(thread);
    }

    @Test
    void nothingIsSentForWhatDidNotHappen() {
        Tenants.run(
                acme,
                () -> transaction.executeWithoutResult(status -> {
                    outbox.send(Mail.automatic("test", Office.to("hannah@weiss.example", ""), Map.of()));
                    status.setRollbackOnly();
                }));

        due.run(acme);
        assertThat(received()).isEmpty();
        assertThat(office.mails(acme)).isEmpty();
        assertThatThrownBy(() -> Tenants.run(
                        acme, () -> outbox.send(Mail.automatic("test", Office.to("a@b.example", ""), Map.of()))))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void withoutAServerMailIsKeptUntilSomebodySendsItByHand() {
        office.open(acme, null);
        office.send(acme, "hannah@weiss.example", null);
        assertThat(due.run(acme)).isEmpty();
        assertThat(office.only(acme).getStatus()).isEqualTo("kept");

        office.connect(acme, server.getSmtp().getPort(), Security.NONE);
        due.run(acme);
        assertThat(received()).isEmpty();

        long id = office.only(acme).getId();
        assertThat(Tenants.in(globex, () -> outbox.sendAfterAll(id))).isFalse();
        assertThat(Tenants.in(acme, () -> outbox.sendAfterAll(id))).isTrue();
        due.run(acme);
        assertThat(received()).hasSize(1);
        assertThat(office.only(acme).getStatus()).isEqualTo("sent");
    }

    @Test
    void whatTheServerPutsOffIsTakenLater() throws IOException {
        try (var moody = new ScriptedServer()) {
            office.open(acme, moody.port());
            moody.answers("451 4.7.1 Greylisted, come back later");
            office.send(acme, "hannah@weiss.example", null);
            due.run(acme);
            var waiting = office.only(acme);
            assertThat(waiting.getStatus()).isEqualTo("queued");
            assertThat(waiting.getLastError()).contains("Greylisted");
            assertThat(waiting.getNextAttemptAt()).isAfter(clock.instant());

            moody.answers("250 Welcome");
            clock.advance(Duration.ofMinutes(2));
            due.run(acme);
            assertThat(office.only(acme).getStatus()).isEqualTo("sent");
            assertThat(office.only(acme).getAttempts()).isEqualTo(2);
        }
    }

    @Test
    void whatTheServerRefusesIsFinalAndTheOthersGoOn() throws IOException {
        try (var strict = new ScriptedServer()) {
            office.open(acme, strict.port());
            strict.answers("550 5.1.1 No such person");
            office.send(acme, "nobody@weiss.example", null);
            office.send(acme, "noone@weiss.example", null);
            due.run(acme);

            assertThat(office.mails(acme)).allSatisfy(mail -> {
                assertThat(mail.getStatus()).isEqualTo("failed");
                assertThat(mail.getLastError()).contains("550 5.1.1 No such person");
                assertThat(mail.getNextAttemptAt()).isNull();
            });
            assertThat(strict.heard.stream().filter(line -> line.startsWith("EHLO")))
                    .hasSize(1);
        }
    }

    @Test
    void aServerThatIsAwayIsAskedAgainAndOthersDoNotSpendTheirAttemptsOnIt() {
        int port = server.getSmtp().getPort();
        server.stop();
        office.send(acme, "hannah@weiss.example", null);
        office.send(acme, "ben@weiss.example", null);
        due.run(acme);
        assertThat(office.mails(acme)).extracting(mail -> mail.getAttempts()).containsExactly(1, 0);
        assertThat(office.mails(acme))
                .allSatisfy(mail -> assertThat(mail.getLastError())
                        .isEqualTo("127.0.0.1:%d did not accept a connection.".formatted(port)));

        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        clock.advance(Duration.ofMinutes(2));
        due.run(acme);
        assertThat(office.mails(acme)).extracting(mail -> mail.getStatus()).containsExactly("sent", "sent");
        assertThat(received()).hasSize(2);
    }

    @Test
    void afterTwoDaysNobodyTriesAnyMore() {
        server.stop();
        office.send(acme, "hannah@weiss.example", null);
        for (int i = 0; i < 60 && office.only(acme).getStatus().equals("queued"); i++) {
            due.run(acme);
            clock.advance(Duration.ofHours(1));
        }

        assertThat(office.only(acme).getStatus()).isEqualTo("failed");
        assertThat(office.only(acme).getAttempts()).isBetween(10, 20);
    }

    @Test
    void twoNodesThatSendAtOnceSendEachMailOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            office.send(acme, "customer%d@weiss.example".formatted(i), null);
        }
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (int i = 0; i < 2; i++) {
                nodes.execute(() -> Tenants.run(acme, work::run));
            }
            nodes.shutdown();
            assertThat(nodes.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(office.mails(acme)).allMatch(mail -> mail.getStatus().equals("sent") && mail.getAttempts() == 1);
        assertThat(Arrays.stream(received()).map(mail -> id(mail))).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void whoDiesBetweenSendingAndRecordingLeavesAMailThatIsSentOnceMoreUnderTheSameId() {
        office.send(acme, "hannah@weiss.example", null);
        OutgoingMail claimed = Tenants.in(acme, () -> {
            OutgoingMail mail = mails.claim().orElseThrow();
            try (var round = delivery.begin()) {
                assertThat(round.deliver(mail)).isInstanceOf(DeliveryOutcome.Sent.class);
            }
            return mail;
        });
        due.run(acme);
        assertThat(received()).hasSize(1);

        clock.advance(OutgoingMails.CLAIM.plusSeconds(1));
        due.run(acme);
        assertThat(received()).hasSize(2).extracting(mail -> id(mail)).containsOnly(claimed.messageId());
        assertThat(office.only(acme).getStatus()).isEqualTo("sent");
    }

    @Test
    void whoStalledRecordsNothingOverWhoTookOver() {
        office.send(acme, "hannah@weiss.example", null);
        OutgoingMail stalled = Tenants.in(acme, () -> mails.claim().orElseThrow());
        clock.advance(OutgoingMails.CLAIM.plusSeconds(1));
        due.run(acme);

        Tenants.run(acme, () -> mails.record(stalled, new DeliveryOutcome.Rejected("Too late to say")));
        assertThat(office.only(acme).getStatus()).isEqualTo("sent");
    }

    @Test
    void whatPeopleWriteNeverBecomesAHeader() throws Exception {
        var hostile = Office.to("hannah@weiss.example", "Hannah\r\nBcc: all@weiss.example\r\n\r\n<b>Hi</b>");
        office.send(acme, new Mail("test", hostile, Map.of("asked_by", "x\r\n.\r\nQUIT\r\nX-Evil: 1"), null, false));
        due.run(acme);

        MimeMessage mail = received()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getHeader("Auto-Submitted")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(received()).hasSize(1);
    }

    @Test
    void aTenantsServerInAPrivateNetworkIsNotConnectedTo() {
        var inside = new MailServer("127.0.0.1", server.getSmtp().getPort(), Security.NONE, null, null, false);

        assertThatThrownBy(() -> SmtpConnection.open(inside, "acme.localhost", Resolver.system()))
                .isInstanceOf(MessagingException.class)
                .hasRootCauseInstanceOf(DestinationRefused.class)
                .satisfies(failure -> assertThat(Failures.unreachable((MessagingException) failure, inside)
                                .why())
                        .contains("private network"));
    }

    @Test
    void aCertificateThatNobodyVouchesForIsRefused() {
        var secure = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        secure.start();
        try {
            office.connect(acme, secure.getSmtps().getPort(), Security.TLS);
            office.send(acme, "hannah@weiss.example", null);
            due.run(acme);

            assertThat(office.only(acme).getLastError()).contains("could not be secured");
            assertThat(secure.getReceivedMessages()).isEmpty();
        } finally {
            secure.stop();
        }
    }

    private MimeMessage[] received() {
        return server.getReceivedMessages();
    }

    private MimeMessage mailOf(String to, String desk) throws MessagingException {
        for (MimeMessage mail : received()) {
            if (mail.getMessageID().contains("@" + desk + ".")
                    && mail.getAllRecipients()[0].toString().contains(to)) {
                return mail;
            }
        }
        throw new AssertionError("No mail to " + to);
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
