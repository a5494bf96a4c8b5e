package dev.lodge.web;

/** The entries of the rails: where one can go, in the order shown. Only what exists has an entry. */
public enum Place {
    SEARCH("/search", "search"),
    MINE("/tickets?assignee=me", "user"),
    UNASSIGNED("/tickets?assignee=none", "user-question"),
    MY_TEAMS("/tickets?team=mine", "users-group"),
    ALL_OPEN("/tickets", "inbox"),
    OVERDUE("/tickets?overdue=true", "clock-exclamation"),
    PENDING("/tickets?status=pending", "hourglass"),
    SOLVED("/tickets?status=solved", "circle-check"),
    NOTIFICATIONS("/notifications", "bell"),
    CUSTOMERS("/customers", "address-book"),
    KNOWLEDGE("/knowledge", "book"),
    REPORTS("/reports/sla", "chart-line"),
    PROFILE("/profile", "user"),
    /** What one wants to be told. */
    WANTED("/profile/notifications", "bell"),
    MEMBERS("/settings/members", "users"),
    TEAMS("/settings/teams", "users-group"),
    ROLES("/settings/roles", "id-badge-2"),
    SLA("/settings/sla", "clock-check"),
    HOURS("/settings/hours", "calendar"),
    TOKENS("/settings/tokens", "key"),
    BRANDING("/settings/branding", "palette"),
    LANGUAGES("/settings/languages", "language"),
    DOMAINS("/settings/domains", "world"),
    FILES("/settings/files", "paperclip"),
    PORTAL("/settings/portal", "lifebuoy"),
    MAIL("/settings/mail", "mail"),
    MAIL_TEMPLATES("/settings/mail/templates", "file-text"),
    MAIL_LOG("/settings/mail/log", "history"),
    /** What a customer asked. */
    REQUESTS("/requests", "message-circle"),
    /** What a customer says of themselves. */
    OWN_PROFILE("/portal/profile", "user"),
    TENANTS("/operator/tenants", "building-community"),
    MAILBOX("/operator/mailbox", "inbox"),
    JOBS("/operator/jobs", "subtask");

    private final String address;
    private final String icon;

    Place(String address, String icon) {
        this.address = address;
        this.icon = icon;
    }

    public String address() {
        return address;
    }

    public String icon() {
        return icon;
    }

    /** Its name in the reader's language; only while a page is rendered. */
    public String label() {
        return Text.text("web.place." + word());
    }

    /** Its name in lower case, as in keys and ids. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
