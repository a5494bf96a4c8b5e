package dev.lodge.web;

/** The entries of the rails: where one can go, in the order shown. Only what exists has an entry. */
public enum Place {
    MINE("/tickets?assignee=me", "user"),
    UNASSIGNED("/tickets?assignee=none", "user-question"),
    MY_TEAMS("/tickets?team=mine", "users-group"),
    ALL_OPEN("/tickets", "inbox"),
    OVERDUE("/tickets?overdue=true", "clock-exclamation"),
    PENDING("/tickets?status=pending", "hourglass"),
    SOLVED("/tickets?status=solved", "circle-check"),
    CUSTOMERS("/customers", "address-book"),
    PROFILE("/profile", "user"),
    MEMBERS("/settings/members", "users"),
    TEAMS("/settings/teams", "users-group"),
    ROLES("/settings/roles", "id-badge-2"),
    SLA("/settings/sla", "clock-check"),
    HOURS("/settings/hours", "calendar"),
    TOKENS("/settings/tokens", "key"),
    BRANDING("/settings/branding", "palette"),
    TENANTS("/operator/tenants", "building-community"),
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
