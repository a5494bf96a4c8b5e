package dev.lodge.portal.signin;

import dev.lodge.customers.CustomerCaller;
import dev.lodge.customers.Customers;
import dev.lodge.customers.Newcomer;
import dev.lodge.portal.PortalRules;
import dev.lodge.problem.NotFound;
import dev.lodge.tickets.Requests;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What using a link does: whoever has it is the customer of its address, who is entered if there is none yet. */
@Component
class Arrival {

    private final PortalLinks links;
    private final Customers customers;
    private final Requests requests;
    private final PortalRules rules;
    private final InstantSource clock;

    Arrival(PortalLinks links, Customers customers, Requests requests, PortalRules rules, InstantSource clock) {
        this.links = links;
        this.customers = customers;
        this.requests = requests;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param address where to go, a path of this host */
    record Arrived(long customerId, boolean asked, String address) {}

    /** @throws NotFound when the link does not work, or somebody was faster */
    @Transactional
    public Arrived by(String token) {
        var link = links.use(token).orElseThrow(NotFound::new);
        var newcomer = new Newcomer(link.name(), link.language(), rules.now().joinsOrganization());
        var customer =
                customers.findOrCreate(link.address(), newcomer, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var asked = link.request();
        if (asked == null) {
            return new Arrived(customer.id(), false, Objects.requireNonNullElse(link.next(), "/requests"));
        }
        var caller = new CustomerCaller(customer.id(), customer.name(), null);
        long number = requests.open(caller, asked.subject(), asked.description(), List.of());
        return new Arrived(customer.id(), true, "/requests/" + number);
    }
}
