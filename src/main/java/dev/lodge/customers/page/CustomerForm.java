package dev.lodge.customers.page;

import dev.lodge.customers.CustomerDetails;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.BindParam;

/**
 * What somebody enters about a customer, as typed.
 *
 * @param emails one address a line, the primary first
 * @param organization its name; a new one enters it
 * @param version of the customer when the form was shown; null for a new customer
 */
public record CustomerForm(
        @Nullable String name,
        @Nullable String emails,
        @Nullable String organization,
        @Nullable String language,
        @BindParam("time_zone") @Nullable String timeZone,
        @Nullable String notes,
        @Nullable Long version) {

    static CustomerForm blank() {
        return new CustomerForm(null, null, null, null, null, null, null);
    }

    static CustomerForm of(CustomerDetails customer) {
        return new CustomerForm(
                customer.name(),
                String.join("\n", customer.emails()),
                customer.organization() == null ? null : customer.organization().name(),
                customer.language(),
                customer.timeZone(),
                customer.notes(),
                customer.version());
    }

    CustomerForm withVersion(long current) {
        return new CustomerForm(name, emails, organization, language, timeZone, notes, current);
    }

    List<@Nullable String> addresses() {
        return emails == null
                ? List.of()
                : Arrays.<@Nullable String>asList(emails.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toArray(String[]::new));
    }

    /** Null where nothing but spaces was typed. */
    static @Nullable String typed(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
