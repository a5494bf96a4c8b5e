package dev.lodge.tickets;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.problem.FieldErrors;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A {@link NewTicket} whose form is right; whether its ids exist is asked next. */
record CheckedTicket(
        String subject,
        String description,
        Priority priority,
        @Nullable Long customer,
        @Nullable EmailAddress customerEmail,
        @Nullable Long assignee,
        @Nullable Long team,
        List<String> tags,
        @Nullable Instant dueAt) {

    /** @throws dev.lodge.problem.Invalid naming each field that is wrong */
    static CheckedTicket of(NewTicket request) {
        var email = request.customerEmail() == null
                ? null
                : EmailAddress.of(request.customerEmail()).orElse(null);
        FieldErrors errors = TicketText.subject(request.subject())
                .and(TicketText.body("description", request.description()))
                .and(TicketText.tags(request.tags()));
        if (request.customerEmail() != null && email == null) {
            errors = errors.and("customer_email", "tickets.invalid.email");
        }
        if (request.customerEmail() != null && request.customer() != null) {
            errors = errors.and("customer_email", "tickets.invalid.customer_twice");
        }
        errors.throwIfAny();
        return new CheckedTicket(
                TicketText.cleanSubject(Objects.requireNonNull(request.subject())),
                TicketText.cleanBody(Objects.requireNonNull(request.description())),
                request.priority() == null ? Priority.NORMAL : request.priority(),
                request.customer(),
                email,
                request.assignee(),
                request.team(),
                TicketText.cleanTags(request.tags()),
                TicketText.cleanMoment(request.dueAt()));
    }

    CheckedTicket withCustomer(@Nullable Long id) {
        return new CheckedTicket(subject, description, priority, id, null, assignee, team, tags, dueAt);
    }
}
