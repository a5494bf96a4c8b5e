package dev.lodge.accounts;

import dev.lodge.web.Person;
import dev.lodge.web.Place;
import dev.lodge.web.Theme;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An agent who is signed in, with a browser's session or an API token. */
final class SignedInAgent extends SignedIn {

    private static final long serialVersionUID = 1;

    private final transient Caller caller;
    private final transient Credential credential;
    private final transient Preferences preferences;

    /**
     * What the agent signed in with.
     *
     * @param id of the session's or the token's row
     * @param lastUsed when that was last written down
     */
    record Credential(Kind kind, long id, Instant createdAt, Instant lastUsed) {
        enum Kind {
            SESSION,
            TOKEN
        }
    }

    record Preferences(String email, Locale language, ZoneId zone, Theme theme, boolean shortcuts) {}

    SignedInAgent(Caller caller, Credential credential, Preferences preferences) {
        this.caller = caller;
        this.credential = credential;
        this.preferences = preferences;
    }

    Caller caller() {
        return caller;
    }

    Credential credential() {
        return credential;
    }

    Preferences preferences() {
        return preferences;
    }

    @Override
    public Object getPrincipal() {
        return caller;
    }

    @Override
    public Person person() {
        return new Person(
                caller.agentId(),
                caller.name(),
                preferences.theme(),
                preferences.language(),
                preferences.zone(),
                places(),
                preferences.shortcuts());
    }

    private Set<Place> places() {
        var places = EnumSet.of(Place.PROFILE, Place.WANTED, Place.TOKENS);
        if (caller.may(Permission.TICKET_READ)) {
            places.addAll(EnumSet.of(
                    Place.SEARCH,
                    Place.MINE,
                    Place.UNASSIGNED,
                    Place.MY_TEAMS,
                    Place.ALL_OPEN,
                    Place.OVERDUE,
                    Place.PENDING,
                    Place.SOLVED));
        }
        add(places, Permission.NOTIFICATIONS, Place.NOTIFICATIONS);
        add(places, Permission.CUSTOMER_READ, Place.CUSTOMERS);
        add(places, Permission.ARTICLE_READ, Place.KNOWLEDGE);
        add(places, Permission.REPORT_READ, Place.REPORTS);
        add(places, Permission.AGENT_READ, Place.MEMBERS);
        add(places, Permission.TEAM_READ, Place.TEAMS);
        add(places, Permission.ROLE_MANAGE, Place.ROLES);
        add(places, Permission.SLA_MANAGE, Place.SLA);
        add(places, Permission.SLA_MANAGE, Place.HOURS);
        add(places, Permission.BRANDING_MANAGE, Place.BRANDING);
        add(places, Permission.BRANDING_MANAGE, Place.LANGUAGES);
        add(places, Permission.DOMAIN_MANAGE, Place.DOMAINS);
        add(places, Permission.FILE_MANAGE, Place.FILES);
        add(places, Permission.PORTAL_MANAGE, Place.PORTAL);
        if (caller.may(Permission.MAIL_MANAGE)) {
            places.addAll(EnumSet.of(Place.MAIL_TEMPLATES, Place.MAIL_LOG));
        }
        add(places, Permission.MAIL_SERVER_MANAGE, Place.MAIL);
        return places;
    }

    private void add(Set<Place> places, Permission permission, Place place) {
        if (caller.may(permission)) {
            places.add(place);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedInAgent agent
                && agent.caller.equals(caller)
                && agent.credential.equals(credential);
    }

    @Override
    public int hashCode() {
        return Objects.hash(caller, credential);
    }
}
