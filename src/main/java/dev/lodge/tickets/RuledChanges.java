package dev.lodge.tickets;

import static dev.lodge.schema.tenant.Tables.TICKET;

import dev.lodge.accounts.Directory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What rules of the desk do to tickets. The life cycle holds for them as for people: what the ticket's state does not allow, or what
 * points to an agent or team that is no more, is left out.
 */
@Component
public final class RuledChanges {

    private final StoredTickets stored;
    private final Directory directory;

    RuledChanges(StoredTickets stored, Directory directory) {
        this.stored = stored;
        this.directory = directory;
    }

    /**
     * What to do to one ticket.
     *
     * @param raisePriority by how many steps
     * @param assignee id, or null to leave it
     * @param team id, or null to leave it
     * @param tags to add
     * @param findings what the rules record about it
     */
    public record RuledChange(
            long ticketId,
            int raisePriority,
            @Nullable Long assignee,
            @Nullable Long team,
            Set<String> tags,
            List<TicketFact> findings) {

        public RuledChange {
            tags = Set.copyOf(tags);
            findings = List.copyOf(findings);
        }
    }

    /** Within the transaction under way. */
    public void apply(Collection<RuledChange> changes, Instant at) {
        if (changes.isEmpty()) {
            return;
        }
        Map<Long, RuledChange> byTicket =
                changes.stream().collect(Collectors.toMap(RuledChange::ticketId, Function.identity()));
        var which = TICKET.ID.eq(DSL.any(byTicket.keySet().toArray(Long[]::new)));
        for (var ticket : stored.lockSome(which, byTicket.size(), Act.ofRule(at))) {
            var change = byTicket.get(ticket.id());
            if (change != null) {
                apply(change, ticket);
                stored.save(ticket);
            }
        }
    }

    private void apply(RuledChange change, Ticket ticket) {
        change.findings().forEach(ticket::note);
        if (ticket.status() == TicketStatus.CLOSED) {
            return;
        }
        for (int step = 0; step < change.raisePriority(); step++) {
            ticket.raisePriority();
        }
        if (change.team() != null) {
            directory.team(change.team()).ifPresent(ticket::moveTo);
        }
        if (change.assignee() != null) {
            directory.assignable(change.assignee()).ifPresent(ticket::assignTo);
        }
        var tags = new LinkedHashSet<>(ticket.tags());
        tags.addAll(change.tags());
        if (tags.size() <= TicketText.TAGS) {
            ticket.tag(new ArrayList<>(tags));
        }
    }
}
