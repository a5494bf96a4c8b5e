package dev.lodge.notifications;

import dev.lodge.accounts.Colleague;
import dev.lodge.accounts.Colleagues;
import dev.lodge.customers.Correspondent;
import dev.lodge.customers.Customers;
import dev.lodge.customers.MailWishes;
import dev.lodge.email.Addressee;
import dev.lodge.email.Mail;
import dev.lodge.email.Outbox;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Act;
import dev.lodge.tickets.TicketActed;
import dev.lodge.tickets.TicketEvent;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Visibility;
import java.util.HashMap;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What customers are told by mail: that their request came in, an answer, that it is solved. One mail for each act; an answer that also
 * solves is an answer. Notes are never among it.
 *
 * <p>That a request came in is said only to who wrote it themselves, and with no word of theirs: whoever fills in a form with somebody
 * else's address must not get a text of their own delivered there, neither as subject nor as name. So it has the number alone, and
 * there are few of them an hour: see {@link Acknowledgements}.
 */
@Component
class CustomerMail {

    static final String RECEIVED = "ticket_received";
    static final String ANSWERED = "ticket_answered";
    static final String SOLVED = "ticket_solved";

    private final Customers customers;
    private final Colleagues colleagues;
    private final TicketsAtHand tickets;
    private final Acknowledgements acknowledgements;
    private final Outbox outbox;
    private final SiteAddresses addresses;

    CustomerMail(
            Customers customers,
            Colleagues colleagues,
            TicketsAtHand tickets,
            Acknowledgements acknowledgements,
            Outbox outbox,
            SiteAddresses addresses) {
        this.customers = customers;
        this.colleagues = colleagues;
        this.tickets = tickets;
        this.acknowledgements = acknowledgements;
        this.outbox = outbox;
        this.addresses = addresses;
    }

    void tell(TicketActed acted, TicketAtHand ticket) {
        String kind = kind(acted);
        if (kind != null && ticket.customer() != null) {
            customers
                    .correspondent(ticket.customer())
                    .filter(customer -> wants(kind, customer.wishes()))
                    .ifPresent(customer -> send(kind, customer, acted, ticket));
        }
    }

    private static boolean wants(String kind, MailWishes wishes) {
        return switch (kind) {
            case ANSWERED -> wishes.answered();
            case SOLVED -> wishes.solved();
            default -> true;
        };
    }

    /** Which mail an act calls for, or null. What customers did themselves they know. */
    static @Nullable String kind(TicketActed acted) {
        var by = acted.act().by();
        String kind = null;
        for (var event : acted.events()) {
            switch (event.fact()) {
                case TicketFact.Replied any -> {
                    return ANSWERED;
                }
                case TicketFact.StatusChanged change
                when change.to() == TicketStatus.SOLVED && !(by instanceof Act.Customer) -> kind = SOLVED;
                case TicketFact.Opened any when by instanceof Act.Customer -> kind = RECEIVED;
                default -> {
                    // Nothing that customers are told.
                }
            }
        }
        return kind;
    }

    private void send(String kind, Correspondent customer, TicketActed acted, TicketAtHand ticket) {
        var values = new HashMap<String, String>();
        values.put("number", Long.toString(ticket.number()));
        values.put("request_url", addresses.of(Tenants.current()) + "/requests/" + ticket.number());
        switch (kind) {
            case RECEIVED -> {
                if (acknowledgements.areDue(
                        ticket.customer(), customer.address(), acted.act().at())) {
                    outbox.send(Mail.automatic(kind, to(customer, ""), values).about(ticket.id()));
                }
            }
            case ANSWERED -> {
                values.put("subject", ticket.subject());
                values.put("agent", agent(acted));
                values.put("message", answer(acted));
                outbox.send(Mail.automatic(kind, to(customer, customer.name()), values)
                        .about(ticket.id())
                        .written());
            }
            default -> {
                values.put("subject", ticket.subject());
                outbox.send(Mail.automatic(kind, to(customer, customer.name()), values)
                        .about(ticket.id()));
            }
        }
    }

    private static Addressee to(Correspondent customer, String name) {
        String language = customer.language();
        return language == null
                ? Addressee.of(customer.address(), name)
                : new Addressee(customer.address(), name, Locale.forLanguageTag(language));
    }

    private String agent(TicketActed acted) {
        Long id = acted.act().by().agentId();
        return id == null
                ? ""
                : colleagues.among(Set.of(id), Set.of(), Set.of()).stream()
                        .map(Colleague::name)
                        .findFirst()
                        .orElse("");
    }

    /** The visibility is asked for once more where the text is read. */
    private String answer(TicketActed acted) {
        return acted.events().stream()
                .filter(event -> event.fact() instanceof TicketFact.Replied)
                .map(TicketEvent::messageId)
                .filter(id -> id != null)
                .map(id -> tickets.words(id, Visibility.PUBLIC))
                .findFirst()
                .orElse("");
    }
}
