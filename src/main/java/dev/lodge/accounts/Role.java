package dev.lodge.accounts;

import static dev.lodge.accounts.Permission.*;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The built-in roles, from the most to the least that they may do. */
public enum Role {
    /** Everything; the only one who makes other owners. */
    OWNER(EnumSet.allOf(Permission.class)),
    /** People, settings and everything about tickets, but for what would let them become an owner. */
    ADMIN(EnumSet.complementOf(EnumSet.of(DOMAIN_MANAGE, MAIL_SERVER_MANAGE))),
    MANAGER(EnumSet.complementOf(EnumSet.of(
            AGENT_MANAGE,
            TEAM_MANAGE,
            ROLE_MANAGE,
            BRANDING_MANAGE,
            DOMAIN_MANAGE,
            PORTAL_MANAGE,
            MAIL_MANAGE,
            MAIL_SERVER_MANAGE,
            FILE_MANAGE))),
    AGENT(EnumSet.of(
            TICKET_READ,
            TICKET_CREATE,
            TICKET_REPLY,
            TICKET_NOTE,
            TICKET_UPDATE,
            TICKET_ASSIGN,
            TICKET_TRANSFER,
            CUSTOMER_READ,
            CUSTOMER_WRITE,
            ARTICLE_READ,
            ARTICLE_WRITE,
            AGENT_READ,
            TEAM_READ,
            SLA_READ,
            NOTIFICATIONS,
            SELF,
            SIGNED_IN)),
    /** Reads and writes internal notes; never an assignee. */
    LIGHT_AGENT(EnumSet.of(
            TICKET_READ,
            TICKET_NOTE,
            CUSTOMER_READ,
            ARTICLE_READ,
            AGENT_READ,
            TEAM_READ,
            SLA_READ,
            NOTIFICATIONS,
            SELF,
            SIGNED_IN)),
    /** Reads everything, changes nothing but the own account. */
    AUDITOR(EnumSet.of(
            TICKET_READ,
            CUSTOMER_READ,
            ARTICLE_READ,
            AGENT_READ,
            TEAM_READ,
            SLA_READ,
            REPORT_READ,
            NOTIFICATIONS,
            SELF,
            SIGNED_IN));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Collections.unmodifiableSet(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** Whether tickets can be assigned to people of this role. */
    public boolean canBeAssigned() {
        return permissions.contains(TICKET_REPLY);
    }

    /** Whether a person of this role may give others that role: nobody gives more than they have, only owners make owners. */
    public boolean mayGrant(Role other) {
        return permissions.contains(AGENT_MANAGE) && (this == OWNER || other != OWNER);
    }

    /** Whether it can be set which tickets people of this role see; the others see all. */
    public boolean hasScope() {
        return this == AGENT || this == LIGHT_AGENT || this == AUDITOR;
    }

    /** As it is stored and written in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> of(String code) {
        return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
    }
}
