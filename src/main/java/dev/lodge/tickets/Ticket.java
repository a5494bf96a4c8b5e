package dev.lodge.tickets;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.TeamRef;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Message;
import dev.lodge.schema.tenant.tables.records.TicketRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One ticket while it is changed: locked in the database, it lives as long as the transaction. Each verb checks that the ticket's
 * state allows it, changes it, and records what happened; a verb that would change nothing records nothing. Whether the caller may
 * do it was asked before.
 */
final class Ticket {

    private final TicketRecord row;
    private final Act act;
    private final List<Entry> entries = new ArrayList<>();
    private @Nullable AgentRef assignee;
    private @Nullable TeamRef team;

    /** Something that happened, with the message that was written if it is one. */
    record Entry(TicketFact fact, @Nullable Words words) {}

    /** What somebody wrote. */
    record Words(String body, Visibility visibility, Channel channel) {}

    Ticket(TicketRecord row, @Nullable AgentRef assignee, @Nullable TeamRef team, Act act) {
        this.row = row;
        this.assignee = assignee;
        this.team = team;
        this.act = act;
    }

    /** A ticket that begins with this act. Its customer waits for an answer from now on. */
    static Ticket opened(
            Act act,
            CheckedTicket request,
            Channel channel,
            @Nullable AgentRef assignee,
            @Nullable TeamRef team,
            @Nullable Ticket follows) {
        var row = new TicketRecord();
        row.setSubject(request.subject());
        row.setDescription(request.description());
        row.setStatus((assignee == null ? TicketStatus.NEW : TicketStatus.OPEN).code());
        row.setPriority(request.priority().code());
        row.setChannel(channel.code());
        row.setCustomerId(request.customer());
        row.setAssigneeId(assignee == null ? null : assignee.id());
        row.setTeamId(team == null ? null : team.id());
        row.setFollowsId(follows == null ? null : follows.id());
        row.setTags(request.tags().toArray(String[]::new));
        row.setDueAt(request.dueAt());
        row.setDueByHand(request.dueAt() != null);
        row.setPreview(Preview.of(request.description()));
        row.setAwaitingReply(request.customer() != null);
        row.setCreatedAt(act.at());
        row.setUpdatedAt(act.at());
        var ticket = new Ticket(row, assignee, team, act);
        ticket.record(new TicketFact.Opened(
                ticket.status(),
                request.priority(),
                channel,
                request.customer(),
                assignee,
                team,
                request.dueAt(),
                follows == null ? null : follows.number()));
        return ticket;
    }

    /** A ticket that is assigned is no longer new. Membership of the ticket's team is not asked for: people help out. */
    void assignTo(@Nullable AgentRef agent) {
        if (Objects.equals(idOf(assignee), idOf(agent))) {
            return;
        }
        refuseIfClosed();
        if (agent == null && status() == TicketStatus.SOLVED) {
            throw new Conflict(Message.of("tickets.solved_needs_assignee"));
        }
        record(new TicketFact.AssigneeChanged(assignee, agent));
        row.setAssigneeId(idOf(agent));
        assignee = agent;
        if (agent != null && status() == TicketStatus.NEW) {
            enter(TicketStatus.OPEN);
        }
    }

    /** The assignee, if any, stays. */
    void moveTo(@Nullable TeamRef next) {
        if (Objects.equals(team == null ? null : team.id(), next == null ? null : next.id())) {
            return;
        }
        refuseIfClosed();
        record(new TicketFact.TeamChanged(team, next));
        row.setTeamId(next == null ? null : next.id());
        team = next;
    }

    /**
     * By hand. Setting the status that it has changes nothing.
     *
     * @param solver who becomes the assignee if it is solved while nobody has it; null if they cannot be one
     */
    void become(TicketStatus next, @Nullable AgentRef solver) {
        if (next == status()) {
            return;
        }
        if (!status().canBecome(next)) {
            throw illegalTransition(next);
        }
        if (next == TicketStatus.SOLVED && assignee == null) {
            if (solver == null) {
                throw new Conflict(Message.of("tickets.solved_needs_assignee"));
            }
            record(new TicketFact.AssigneeChanged(null, solver));
            row.setAssigneeId(solver.id());
            assignee = solver;
        }
        enter(next);
    }

    void prioritise(Priority next) {
        var now = Priority.of(row.getPriority());
        if (next != now) {
            refuseIfClosed();
            record(new TicketFact.PriorityChanged(now, next));
            row.setPriority(next.code());
        }
    }

    void rename(String subject) {
        if (!subject.equals(row.getSubject())) {
            refuseIfClosed();
            record(new TicketFact.SubjectChanged(row.getSubject(), subject));
            row.setSubject(subject);
        }
    }

    void describe(String description) {
        if (!description.equals(row.getDescription())) {
            refuseIfClosed();
            record(new TicketFact.DescriptionChanged());
            row.setDescription(description);
        }
    }

    void askedBy(@Nullable Long customerId) {
        if (!Objects.equals(customerId, row.getCustomerId())) {
            refuseIfClosed();
            record(new TicketFact.CustomerChanged(row.getCustomerId(), customerId));
            row.setCustomerId(customerId);
        }
    }

    /**
     * By hand. Such a date stays until it is changed by hand; without one, the date is whatever follows from the ticket's service
     * level, which is left alone when it is written back.
     */
    void dueAt(@Nullable Instant moment) {
        boolean unchanged = moment == null ? !row.getDueByHand() : moment.equals(row.getDueAt());
        if (!unchanged) {
            refuseIfClosed();
            record(new TicketFact.DueDateChanged(row.getDueAt(), moment));
            row.setDueAt(moment);
            row.setDueByHand(moment != null);
        }
    }

    /** The one thing that may still change when it is closed. */
    void tag(List<String> tags) {
        var now = Arrays.asList(row.getTags());
        var added = tags.stream().filter(tag -> !now.contains(tag)).toList();
        var removed = now.stream().filter(tag -> !tags.contains(tag)).toList();
        if (!added.isEmpty() || !removed.isEmpty()) {
            record(new TicketFact.TagsChanged(added, removed));
            row.setTags(tags.toArray(String[]::new));
        }
    }

    /** An agent answers the customer. A new ticket becomes open; who works on it stays as it is. */
    void reply(String body, Channel channel) {
        refuseIfClosed();
        entries.add(new Entry(new TicketFact.Replied(), new Words(body, Visibility.PUBLIC, channel)));
        if (row.getFirstRespondedAt() == null) {
            row.setFirstRespondedAt(act.at());
        }
        row.setAwaitingReply(false);
        row.setPreview(Preview.of(body));
        if (status() == TicketStatus.NEW) {
            enter(TicketStatus.OPEN);
        }
    }

    void note(String body, Channel channel) {
        refuseIfClosed();
        entries.add(new Entry(new TicketFact.Noted(), new Words(body, Visibility.INTERNAL, channel)));
    }

    /** The customer wrote: whatever waited or was solved is open again. */
    void hear(String body, Channel channel) {
        refuseIfClosed();
        entries.add(new Entry(new TicketFact.CustomerReplied(), new Words(body, Visibility.PUBLIC, channel)));
        row.setAwaitingReply(true);
        row.setPreview(Preview.of(body));
        switch (status()) {
            case PENDING, ON_HOLD, SOLVED -> enter(TicketStatus.OPEN);
            case NEW, OPEN, CLOSED -> {}
        }
    }

    /** By rule, some days after it was solved. */
    void close() {
        if (status() != TicketStatus.SOLVED) {
            throw illegalTransition(TicketStatus.CLOSED);
        }
        enter(TicketStatus.CLOSED);
    }

    /** By a manager's decision, from any other status. */
    void forceClose(String reason) {
        refuseIfClosed();
        record(new TicketFact.ForceClosed(reason));
        enter(TicketStatus.CLOSED);
    }

    /** One step, unless there is none above. */
    void raisePriority() {
        int next = priority().ordinal() + 1;
        if (next < Priority.values().length) {
            prioritise(Priority.values()[next]);
        }
    }

    /** A rule of the desk found something. */
    void note(TicketFact finding) {
        record(finding);
    }

    /** The customer wrote after the end: the conversation goes on in another ticket. */
    void followedBy(long number) {
        record(new TicketFact.FollowedUp(number));
    }

    private void enter(TicketStatus next) {
        record(new TicketFact.StatusChanged(status(), next));
        row.setStatus(next.code());
        switch (next) {
            case SOLVED -> row.setSolvedAt(act.at());
            case CLOSED -> row.setClosedAt(act.at());
            case NEW, OPEN, PENDING, ON_HOLD -> {
                if (row.getSolvedAt() != null) {
                    row.setSolvedAt(null);
                }
            }
        }
    }

    private void record(TicketFact fact) {
        entries.add(new Entry(fact, null));
    }

    private void refuseIfClosed() {
        if (status() == TicketStatus.CLOSED) {
            throw new Conflict(Message.of("tickets.closed_is_final"), Map.of("allowed", List.of()));
        }
    }

    private Conflict illegalTransition(TicketStatus next) {
        var allowed = status().successors().stream().map(TicketStatus::code).toList();
        var detail = allowed.isEmpty()
                ? Message.of("tickets.closed_is_final")
                : Message.of("tickets.illegal_transition", status().code(), next.code(), String.join(", ", allowed));
        return new Conflict(detail, Map.of("allowed", allowed));
    }

    private static @Nullable Long idOf(@Nullable AgentRef agent) {
        return agent == null ? null : agent.id();
    }

    /** Zero before it is stored. */
    long id() {
        return row.getId() == null ? 0 : row.getId();
    }

    long number() {
        return row.getNumber();
    }

    long version() {
        return row.getVersion();
    }

    TicketStatus status() {
        return TicketStatus.of(row.getStatus());
    }

    Priority priority() {
        return Priority.of(row.getPriority());
    }

    String subject() {
        return row.getSubject();
    }

    @Nullable
    Long customer() {
        return row.getCustomerId();
    }

    @Nullable
    AgentRef assignee() {
        return assignee;
    }

    @Nullable
    TeamRef team() {
        return team;
    }

    List<String> tags() {
        return List.of(row.getTags());
    }

    @Nullable
    Instant dueAt() {
        return row.getDueAt();
    }

    Act act() {
        return act;
    }

    /** What happened since it was loaded, in order. */
    List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** The row with its changed columns marked, for the store. */
    TicketRecord row() {
        return row;
    }
}
