package dev.lodge.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lodge.LodgeTest;
import dev.lodge.TurnedClock;
import dev.lodge.accounts.Browsers.Browser;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Role;
import dev.lodge.customers.NewOrganization;
import dev.lodge.customers.Organizations;
import dev.lodge.customers.SharingOrganizations;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import dev.lodge.tickets.Tickets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Hannah is signed in at Acme's help center, and Mia answers. Globex has one too. */
@LodgeTest
@Import(HelpCenter.class)
abstract class HannahAtAcme {

    @Autowired
    HelpCenter help;

    @Autowired
    Tickets tickets;

    @Autowired
    Organizations organizations;

    @Autowired
    SharingOrganizations sharing;

    @Autowired
    TurnedClock clock;

    Tenant acme;
    Tenant globex;
    Caller mia;
    String address;
    Browser hannah;

    @BeforeEach
    void aCustomerOfAcmeIsSignedIn() {
        acme = help.acme();
        globex = help.globex();
        help.decide(acme, true, false, false);
        mia = help.hire(acme, "Mia Lindqvist", Role.OWNER);
        address = HelpCenter.address();
        hannah = help.customer(acme, address);
    }

    /** One at Acme that people with addresses of the domain belong to. @return its id */
    long organization(String domain) {
        var wanted = new NewOrganization(domain, List.of(domain), "");
        return Tenants.in(
                acme, () -> organizations.enter(wanted, clock.instant()).id());
    }

    /** Lets its people read each other's requests. */
    void shareRequests(long organization) {
        Tenants.run(acme, () -> sharing.change(mia, organization, true));
    }

    /** Where an answer leads on to. */
    static String location(MvcTestResult answer) {
        assertThat(answer).hasStatus(303);
        return Objects.requireNonNull(answer.getResponse().getHeader("Location"));
    }

    /** The number of the request that has this path. */
    static long numberIn(String request) {
        return Long.parseLong(request.substring("/requests/".length()));
    }
}
