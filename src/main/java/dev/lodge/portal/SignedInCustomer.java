package dev.lodge.portal;

import dev.lodge.accounts.SignedIn;
import dev.lodge.customers.CustomerCaller;
import dev.lodge.web.Person;
import dev.lodge.web.Place;
import dev.lodge.web.Theme;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A customer who is signed in with a browser. The principal is the {@link CustomerCaller}. */
public final class SignedInCustomer extends SignedIn {

    private static final long serialVersionUID = 1;

    private final transient CustomerCaller caller;
    private final transient Session session;
    private final transient @Nullable Locale language;
    private final transient ZoneId zone;

    /**
     * The session in hand.
     *
     * @param id of its row
     * @param lastSeen when that was last written down
     */
    record Session(long id, Instant createdAt, Instant lastSeen) {}

    SignedInCustomer(CustomerCaller caller, Session session, @Nullable Locale language, ZoneId zone) {
        this.caller = caller;
        this.session = session;
        this.language = language;
        this.zone = zone;
    }

    public CustomerCaller caller() {
        return caller;
    }

    Session session() {
        return session;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public Person person() {
        // Customers have no colour of their own: the id of their avatar is nobody's.
        return new Person(
                0, caller.name(), Theme.AUTO, language, zone, Set.of(Place.REQUESTS, Place.OWN_PROFILE), false);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInCustomer customer
                && customer.caller.equals(caller)
                && customer.session.equals(session);
    }

    @Override
    public int hashCode() {
        return Objects.hash(caller, session);
    }
}
