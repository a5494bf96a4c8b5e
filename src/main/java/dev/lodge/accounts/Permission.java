package dev.lodge.accounts;

import java.util.Locale;

/** What a person may do. Roles are made of these, tokens narrow them, routes name them. */
public enum Permission {
    TICKET_READ,
    TICKET_CREATE,
    TICKET_REPLY,
    TICKET_NOTE,
    /** Subject, status, priority, tags and due date. */
    TICKET_UPDATE,
    TICKET_ASSIGN,
    /** Move to another team. */
    TICKET_TRANSFER,
    TICKET_FORCE_CLOSE,
    CUSTOMER_READ,
    CUSTOMER_WRITE,
    CUSTOMER_DELETE,
    CUSTOMER_ANONYMIZE,
    /** Everything in the knowledge base, drafts and what is for agents alone too. */
    ARTICLE_READ,
    /** Drafts, and sending them to review. */
    ARTICLE_WRITE,
    /** What customers find: publishing, changing what is published, and the categories. */
    ARTICLE_PUBLISH,
    AGENT_READ,
    AGENT_MANAGE,
    TEAM_READ,
    TEAM_MANAGE,
    ROLE_MANAGE,
    BRANDING_MANAGE,
    /**
     * The hosts that the desk is reached at. Who has one of them to themselves reads the links in mail that lead there, those of owners
     * too.
     */
    DOMAIN_MANAGE,
    /** Who may come in to the help center, and who sees whose requests. */
    PORTAL_MANAGE,
    /** What oneself was told: mark it read, and choose what to be told. */
    NOTIFICATIONS,
    /** What mail says, and what became of it. */
    MAIL_MANAGE,
    /** Which server sends mail: it reads all that it sends, an owner's way to a new password too. */
    MAIL_SERVER_MANAGE,
    /** What files may be brought, and how much of them. */
    FILE_MANAGE,
    /** Calendars, policies and escalation rules, as they are promised. */
    SLA_READ,
    SLA_MANAGE,
    /** How well the desk keeps what it promises, as far as the tickets in sight tell. */
    REPORT_READ,
    /** One's own profile, password, sessions and API tokens: only for people who signed in themselves, never by a token. */
    SELF,
    /** Knowing who one is: everybody who is signed in, with whatever scopes. */
    SIGNED_IN;

    /** As it is written in data. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
