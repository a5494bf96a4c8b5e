package dev.lodge.tickets;

import dev.lodge.problem.FieldErrors;
import dev.lodge.web.api.Change;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a ticket; the fields are those of {@link NewTicket}. A customer, assignee, team or due date may be set to
 * null, the others may not. A status obeys the same rule as one that is changed on its own.
 */
public record TicketChanges(
        Change<String> subject,
        Change<String> description,
        Change<Priority> priority,
        Change<Long> customer,
        Change<Long> assignee,
        Change<Long> team,
        Change<List<@Nullable String>> tags,
        Change<Instant> dueAt,
        Change<TicketStatus> status) {

    public static TicketChanges none() {
        return new TicketChanges(
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent(),
                Change.absent());
    }

    public TicketChanges priority(Priority next) {
        return new TicketChanges(subject, description, Change.to(next), customer, assignee, team, tags, dueAt, status);
    }

    public TicketChanges team(@Nullable Long next) {
        return new TicketChanges(
                subject, description, priority, customer, assignee, Change.to(next), tags, dueAt, status);
    }

    public TicketChanges tags(List<@Nullable String> next) {
        return new TicketChanges(
                subject, description, priority, customer, assignee, team, Change.to(next), dueAt, status);
    }

    public TicketChanges dueAt(@Nullable Instant next) {
        return new TicketChanges(
                subject, description, priority, customer, assignee, team, tags, Change.to(next), status);
    }

    public TicketChanges subject(String next) {
        return new TicketChanges(Change.to(next), description, priority, customer, assignee, team, tags, dueAt, status);
    }

    /** @throws dev.lodge.problem.Invalid naming each field that is missing; a status may be */
    TicketChanges requireAll() {
        var fields = new LinkedHashMap<String, Change<?>>();
        fields.put("subject", subject);
        fields.put("description", description);
        fields.put("priority", priority);
        fields.put("customer", customer);
        fields.put("assignee", assignee);
        fields.put("team", team);
        fields.put("tags", tags);
        fields.put("due_at", dueAt);
        var errors = FieldErrors.none();
        for (var field : fields.entrySet()) {
            if (!field.getValue().isPresent()) {
                errors = errors.and(field.getKey(), "tickets.invalid.required");
            }
        }
        errors.throwIfAny();
        return this;
    }

    /** @throws dev.lodge.problem.Invalid naming each field that is wrong */
    void check() {
        var errors = FieldErrors.none();
        if (subject.isPresent()) {
            errors = errors.and(TicketText.subject(subject.value()));
        }
        if (description.isPresent()) {
            errors = errors.and(TicketText.body("description", description.value()));
        }
        if (priority.isPresent() && priority.value() == null) {
            errors = errors.and("priority", "tickets.invalid.priority_stays");
        }
        if (tags.isPresent()) {
            errors = tags.value() == null
                    ? errors.and("tags", "tickets.invalid.required")
                    : errors.and(TicketText.tags(tags.value()));
        }
        if (status.isPresent() && status.value() == null) {
            errors = errors.and("status", "tickets.invalid.required");
        }
        errors.throwIfAny();
    }
}
