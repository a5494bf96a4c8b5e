package dev.lodge.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.Cast;
import dev.lodge.LodgeTest;
import dev.lodge.accounts.Role;
import dev.lodge.database.DatabaseHour;
import dev.lodge.notifications.Newsroom.Agent;
import dev.lodge.notifications.Newsroom.Sent;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewMessage;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Tickets;
import dev.lodge.tickets.Visibility;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What customers are told, and what they never are. */
@LodgeTest
@Import(Newsroom.class)
class CustomerMailTests {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    Newsroom news;

    @Autowired
    Tickets tickets;

    @Autowired
    Cast cast;

    Tenant acme;
    Agent mia;
    String address;
    long ines;
    long inesOfGlobex;

    @BeforeEach
    void aCustomerOfAcmeWhoIsOneOfGlobexToo() {
        acme = news.acme();
        mia = news.hire(acme, "Mia Lindqvist", Role.OWNER);
        address = "ines.%d@customers.example".formatted(NUMBER.incrementAndGet());
        ines = news.customer(acme, "Ines Duarte", address);
        inesOfGlobex = news.customer(news.globex(), "Ines Duarte", address);
    }

    @Test
    void whoAsksHearsThatItArrivedAndNotOneWordOfTheRequest() {
        long number = news.ask(acme, ines, "Cheap pills <a href=http://evil.example>here</a>", null);

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo("ticket_received");
            assertThat(mail.subject()).isEqualTo("Your request " + number + " to Acme");
            assertThat(mail.subject() + mail.text() + mail.html() + mail.name())
                    .doesNotContain("pills", "evil", "It happened again", "Ines");
            assertThat(mail.text()).contains("/requests/" + number);
            assertThat(mail.automatic()).isTrue();
        });
        assertThat(news.mailed(news.globex(), address)).isEmpty();
    }

    @Test
    void whatAnAgentWritesDownForACustomerIsNotAcknowledged() {
        news.lodge(acme, mia, "Called about boots", ines, null, null);

        assertThat(mails()).isEmpty();
    }

    @Test
    void fewAcknowledgementsAnHourGoToOneAddress() {
        for (int i = 0; i < Acknowledgements.AN_HOUR + 3; i++) {
            news.ask(acme, ines, "Again", null);
        }

        assertThat(mails()).hasSize(Acknowledgements.AN_HOUR);
    }

    @Test
    void noAddressIsFloodedThroughManyDesks() throws Exception {
        Tenant initech = cast.tenant("news-initech", "Initech");
        DatabaseHour.within(() -> {
            aCustomerOfAcmeWhoIsOneOfGlobexToo();
            long inesOfInitech = news.customer(initech, "Ines Duarte", address);
            for (int i = 0; i < Acknowledgements.AN_HOUR; i++) {
                news.ask(acme, ines, "Again", null);
                news.ask(news.globex(), inesOfGlobex, "Again", null);
            }
            news.ask(initech, inesOfInitech, "Again", null);
            news.ask(acme, news.customer(acme, "Sofia Marek", "sofia." + address), "Once", null);

            assertThat(mails()).hasSize(Acknowledgements.AN_HOUR);
            assertThat(news.mailed(news.globex(), address)).hasSize(Acknowledgements.AN_HOUR);
            assertThat(news.mailed(initech, address)).isEmpty();
            assertThat(news.mailed(acme, "sofia." + address)).hasSize(1);
        });
    }

    @Test
    void anAnswerIsMailedAndANoteNeverIs() {
        long number = news.lodge(acme, mia, "Boots leak", ines, null, null);
        news.note(acme, mia, number, "She complains a lot, kanarienvogel.");
        news.reply(acme, mia, number, "A new pair is <on> its way.");
        news.note(acme, mia, number, "@Mia kanarienvogel");

        assertThat(mails()).singleElement().satisfies(mail -> {
            assertThat(mail.kind()).isEqualTo("ticket_answered");
            assertThat(mail.subject()).contains("Boots leak", Long.toString(number));
            assertThat(mail.text()).contains("A new pair is <on> its way.", "Mia Lindqvist");
            assertThat(mail.html()).doesNotContain("<on>");
            assertThat(mail.subject() + mail.text() + mail.html()).doesNotContain("kanarienvogel", "complains");
            assertThat(mail.automatic()).isFalse();
        });
    }

    @Test
    void theEndIsMailedUnlessAnAnswerSaysIt() {
        long first = news.lodge(acme, mia, "Boots leak", ines, null, null);
        long second = news.lodge(acme, mia, "Zipper stuck", ines, null, null);

        Tenants.run(acme, () -> tickets.changeStatus(mia.caller(), first, TicketStatus.SOLVED, any -> true));
        Tenants.run(
                acme,
                () -> tickets.write(
                        mia.caller(),
                        second,
                        new NewMessage("Done.", Visibility.PUBLIC, TicketStatus.SOLVED),
                        Channel.WEB));

        assertThat(mails()).extracting(Sent::kind).containsExactly("ticket_solved", "ticket_answered");
    }

    @Test
    void aNoteThatSolvesTellsTheEndAndNotTheNote() {
        long number = news.lodge(acme, mia, "Boots leak", ines, null, null);

        Tenants.run(
                acme,
                () -> tickets.write(
                        mia.caller(),
                        number,
                        new NewMessage("kanarienvogel", Visibility.INTERNAL, TicketStatus.SOLVED),
                        Channel.WEB));

        assertThat(mails())
                .singleElement()
                .satisfies(mail -> assertThat(mail.text() + mail.html())
                        .contains("is solved")
                        .doesNotContain("kanarienvogel"));
    }

    private List<Sent> mails() {
        return news.mailed(acme, address);
    }
}
