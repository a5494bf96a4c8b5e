package dev.lodge.accounts;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What an API token is for. It narrows the role of its agent and never adds to it; none lets a token manage how its agent signs in. */
public enum TokenScope {
    /** Looks at everything, changes nothing. */
    READ(EnumSet.of(
            Permission.TICKET_READ,
            Permission.CUSTOMER_READ,
            Permission.ARTICLE_READ,
            Permission.AGENT_READ,
            Permission.TEAM_READ,
            Permission.SLA_READ,
            Permission.REPORT_READ)),
    /** Works on tickets. */
    TICKETS(EnumSet.of(
            Permission.TICKET_READ,
            Permission.TICKET_CREATE,
            Permission.TICKET_REPLY,
            Permission.TICKET_NOTE,
            Permission.TICKET_UPDATE,
            Permission.TICKET_ASSIGN,
            Permission.TICKET_TRANSFER,
            Permission.TICKET_FORCE_CLOSE,
            Permission.CUSTOMER_READ,
            Permission.ARTICLE_READ,
            Permission.AGENT_READ,
            Permission.TEAM_READ,
            Permission.SLA_READ,
            Permission.NOTIFICATIONS)),
    /** Keeps customers. */
    CUSTOMERS(EnumSet.of(
            Permission.CUSTOMER_READ,
            Permission.CUSTOMER_WRITE,
            Permission.CUSTOMER_DELETE,
            Permission.CUSTOMER_ANONYMIZE)),
    /** Writes, publishes and arranges articles. */
    ARTICLES(EnumSet.of(Permission.ARTICLE_READ, Permission.ARTICLE_WRITE, Permission.ARTICLE_PUBLISH)),
    /** Manages people, teams, roles, branding, mail, files and service levels. */
    ADMIN(EnumSet.of(
            Permission.AGENT_READ,
            Permission.AGENT_MANAGE,
            Permission.TEAM_READ,
            Permission.TEAM_MANAGE,
            Permission.ROLE_MANAGE,
            Permission.BRANDING_MANAGE,
            Permission.DOMAIN_MANAGE,
            Permission.PORTAL_MANAGE,
            Permission.MAIL_MANAGE,
            Permission.MAIL_SERVER_MANAGE,
            Permission.FILE_MANAGE,
            Permission.SLA_READ,
            Permission.SLA_MANAGE)),
    /** Whatever the role may. */
    ALL(EnumSet.complementOf(EnumSet.of(Permission.SELF)));

    private final Set<Permission> permissions;

    TokenScope(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    /** What a token with these scopes may do for somebody of the role. */
    static Set<Permission> permissions(Role role, Collection<TokenScope> scopes) {
        var allowed = EnumSet.of(Permission.SIGNED_IN);
        scopes.forEach(scope -> allowed.addAll(scope.permissions));
        allowed.retainAll(role.permissions());
        return allowed;
    }

    /** As it is stored and written in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Scopes that a later release stored and this one does not know give nothing. */
    static Stream<TokenScope> known(String... codes) {
        return Stream.of(codes)
                .flatMap(
                        code -> Stream.of(values()).filter(scope -> scope.code().equals(code)));
    }
}
