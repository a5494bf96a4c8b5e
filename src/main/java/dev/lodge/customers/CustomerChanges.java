package dev.lodge.customers;

import dev.lodge.problem.FieldErrors;
import dev.lodge.web.api.Change;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a customer; the fields are those of {@link NewCustomer}. Setting {@code email} makes it the primary address,
 * setting {@code emails} replaces all of them.
 */
public record CustomerChanges(
        Change<String> name,
        Change<String> email,
        Change<List<@Nullable String>> emails,
        Change<Long> organization,
        Change<String> language,
        Change<String> timeZone,
        Change<String> notes) {

    /** @throws dev.lodge.problem.Invalid naming each field that is missing; one of the two for addresses is enough */
    CustomerChanges requireAll() {
        var fields = new LinkedHashMap<String, Boolean>();
        fields.put("name", name.isPresent());
        fields.put("emails", emails.isPresent() || email.isPresent());
        fields.put("organization", organization.isPresent());
        fields.put("language", language.isPresent());
        fields.put("time_zone", timeZone.isPresent());
        fields.put("notes", notes.isPresent());
        var errors = FieldErrors.none();
        for (var field : fields.entrySet()) {
            if (!field.getValue()) {
                errors = errors.and(field.getKey(), "customers.invalid.required");
            }
        }
        errors.throwIfAny();
        return this;
    }

    /** What it comes to, over what there is. */
    NewCustomer over(CustomerDetails now) {
        var organizationNow =
                now.organization() == null ? null : now.organization().id();
        List<@Nullable String> others = emails.isPresent() ? emails.value() : List.copyOf(now.emails());
        String primary = email.isPresent() ? email.value() : null;
        if (email.isPresent() && email.value() == null && !emails.isPresent()) {
            // No primary address any more: the next one takes its place.
            others = List.copyOf(now.emails().stream().skip(1).toList());
        }
        return new NewCustomer(
                name.over(now.name()),
                primary,
                others,
                organization.over(organizationNow),
                language.over(now.language()),
                timeZone.over(now.timeZone()),
                notes.over(now.notes()));
    }
}
