package dev.lodge.tickets.page;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.Caller;
import dev.lodge.accounts.TeamRef;
import dev.lodge.problem.Message;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketChanges;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Tickets;
import dev.lodge.tickets.page.TicketListSelection.Picked;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One change that is made to each ticket of a selection. */
sealed interface TicketListChange {

    /** @throws dev.lodge.problem.Problem if this ticket refuses it */
    void apply(Tickets tickets, Caller caller, Picked picked);

    /** The key of what is said afterwards, without its number. */
    String done();

    /** Whom or what the sentence names, or null. */
    default @Nullable String object() {
        return null;
    }

    /** The sentence for so many tickets. */
    default Message said(int changed) {
        var key = "ticketlist.done." + done();
        var object = object();
        return object == null ? Message.of(key, changed) : Message.of(key, changed, object);
    }

    record Assign(@Nullable AgentRef agent) implements TicketListChange {

        @Override
        public void apply(Tickets tickets, Caller caller, Picked picked) {
            tickets.assign(caller, picked.number(), agent == null ? null : agent.id(), picked::isOfVersion);
        }

        @Override
        public String done() {
            return agent == null ? "unassigned" : "assigned";
        }

        @Override
        public @Nullable String object() {
            return agent == null ? null : agent.name();
        }
    }

    record SetStatus(TicketStatus status) implements TicketListChange {

        @Override
        public void apply(Tickets tickets, Caller caller, Picked picked) {
            tickets.changeStatus(caller, picked.number(), status, picked::isOfVersion);
        }

        @Override
        public String done() {
            return "status." + status.code();
        }
    }

    record SetPriority(Priority priority) implements TicketListChange {

        @Override
        public void apply(Tickets tickets, Caller caller, Picked picked) {
            tickets.update(caller, picked.number(), TicketChanges.none().priority(priority), picked::isOfVersion);
        }

        @Override
        public String done() {
            return "priority." + priority.code();
        }
    }

    record Transfer(@Nullable TeamRef team) implements TicketListChange {

        @Override
        public void apply(Tickets tickets, Caller caller, Picked picked) {
            tickets.update(
                    caller,
                    picked.number(),
                    TicketChanges.none().team(team == null ? null : team.id()),
                    picked::isOfVersion);
        }

        @Override
        public String done() {
            return team == null ? "without_team" : "transferred";
        }

        @Override
        public @Nullable String object() {
            return team == null ? null : team.name();
        }
    }

    record AddTag(String tag) implements TicketListChange {

        @Override
        public void apply(Tickets tickets, Caller caller, Picked picked) {
            List<@Nullable String> tags =
                    new ArrayList<>(tickets.details(caller, picked.number()).tags());
            tags.add(tag);
            tickets.update(caller, picked.number(), TicketChanges.none().tags(tags), picked::isOfVersion);
        }

        @Override
        public String done() {
            return "tagged";
        }

        @Override
        public String object() {
            return tag;
        }
    }

    record RemoveTag(String tag) implements TicketListChange {

        @Override
        public void apply(Tickets tickets, Caller caller, Picked picked) {
            List<@Nullable String> tags =
                    new ArrayList<>(tickets.details(caller, picked.number()).tags());
            tags.remove(tag);
            tickets.update(caller, picked.number(), TicketChanges.none().tags(tags), picked::isOfVersion);
        }

        @Override
        public String done() {
            return "untagged";
        }

        @Override
        public String object() {
            return tag;
        }
    }
}
