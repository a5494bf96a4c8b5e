package dev.lodge.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A kind of mail that a module sends; a bean of that module. What it says unless a tenant writes something else stands in the resource
 * {@code mail/NAME_en.md}: a line {@code Subject: …}, an empty line, and the body in Markdown. Besides its own placeholders each kind
 * has {@code desk} (the tenant's name), {@code desk_url} and {@code recipient} (the addressee's name, or the address if there is none).
 *
 * @param name lower case with underscores, stored with each mail and template; it never changes
 * @param label key of what admins read in the list of templates
 * @param toCustomers whether customers get it, and not agents
 * @param confidential whether it holds what lets somebody in: it is stored encrypted, and forgotten when it is sent. Its subject is not,
 *     and so holds no link
 */
public record MailKind(
        String name, String label, List<Placeholder> placeholders, boolean toCustomers, boolean confidential) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z_]{0,39}");

    private static final List<Placeholder> ALWAYS = List.of(
            Placeholder.text("desk", "Acme"),
            Placeholder.link("desk_url", "https://acme.example"),
            Placeholder.text("recipient", "Hannah Weiss"));

    public MailKind {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of a kind of mail: " + name);
        }
        var all = new ArrayList<>(placeholders);
        all.addAll(ALWAYS);
        placeholders = List.copyOf(all);
    }

    /** One that may be stored as it is. */
    public MailKind(String name, String label, List<Placeholder> placeholders, boolean toCustomers) {
        this(name, label, placeholders, toCustomers, false);
    }

    Optional<Placeholder> placeholder(String wanted) {
        return placeholders.stream()
                .filter(known -> known.name().equals(wanted))
                .findFirst();
    }
}
