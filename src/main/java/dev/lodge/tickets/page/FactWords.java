package dev.lodge.tickets.page;

import dev.lodge.accounts.AgentRef;
import dev.lodge.accounts.TeamRef;
import dev.lodge.problem.Message;
import dev.lodge.tickets.Author;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.RecordedEvent;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.web.Glyphs;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Facts as people say them, in the past tense after a name: <i>Mia</i> “raised the priority from High to Urgent”. */
final class FactWords {

    private FactWords() {}

    /** The name before the words: the first one, as colleagues say it; or the desk, for what a rule did. */
    static Sentence actor(@Nullable Author actor) {
        return actor == null
                ? Sentence.of("ticketpage.actor.desk")
                : Sentence.of("ticketpage.actor.person", actor.name().strip().split("\\s+", 2)[0]);
    }

    static Sentence words(RecordedEvent event) {
        return switch (event.data()) {
            case TicketFact.Opened opened -> opened(opened);
            case TicketFact.StatusChanged changed -> status(changed, event.actor());
            case TicketFact.PriorityChanged changed -> priority(changed.from(), changed.to());
            case TicketFact.AssigneeChanged changed -> assignee(changed, event.actor());
            case TicketFact.TeamChanged changed -> team(changed.from(), changed.to());
            case TicketFact.SubjectChanged changed -> Sentence.of("ticketpage.fact.subject", changed.from());
            case TicketFact.DescriptionChanged _ -> Sentence.of("ticketpage.fact.description");
            case TicketFact.CustomerChanged _ -> Sentence.of("ticketpage.fact.customer");
            case TicketFact.TagsChanged changed -> tags(changed.added(), changed.removed());
            case TicketFact.DueDateChanged changed -> due(changed.to());
            case TicketFact.Replied _ -> Sentence.of("ticketpage.fact.replied");
            case TicketFact.Noted _ -> Sentence.of("ticketpage.fact.noted");
            case TicketFact.CustomerReplied _ -> Sentence.of("ticketpage.fact.customer_replied");
            case TicketFact.ForceClosed closed -> Sentence.of("ticketpage.fact.force_closed", closed.reason());
            case TicketFact.FollowedUp followed ->
                Sentence.of(
                        "ticketpage.fact.followed_up",
                        new Sentence.Link(Long.toString(followed.number()), "/tickets/" + followed.number()));
            case TicketFact.PolicyApplied applied -> policy(applied.name());
            case TicketFact.TargetMissed missed ->
                Sentence.of(
                        "ticketpage.fact.target_missed",
                        Message.of("ticketpage.metric." + missed.metric()),
                        missed.due());
            case TicketFact.Escalated escalated ->
                Sentence.of(
                        "ticketpage.fact.escalated",
                        escalated.level(),
                        Message.of("ticketpage.metric." + escalated.metric()));
        };
    }

    static String icon(TicketFact fact) {
        return switch (fact) {
            case TicketFact.Opened opened -> channel(opened.channel());
            case TicketFact.StatusChanged changed ->
                Glyphs.ofStatus(changed.to().code());
            case TicketFact.PriorityChanged changed -> "antenna-bars-5";
            case TicketFact.AssigneeChanged changed -> "user";
            case TicketFact.TeamChanged changed -> "users-group";
            case TicketFact.SubjectChanged changed -> "edit";
            case TicketFact.DescriptionChanged changed -> "edit";
            case TicketFact.CustomerChanged changed -> "address-book";
            case TicketFact.TagsChanged changed -> "tag";
            case TicketFact.DueDateChanged changed -> "calendar";
            case TicketFact.Replied replied -> "corner-up-left";
            case TicketFact.Noted noted -> "lock";
            case TicketFact.CustomerReplied replied -> "message-circle";
            case TicketFact.ForceClosed closed -> "lock";
            case TicketFact.FollowedUp followed -> "link";
            case TicketFact.PolicyApplied applied -> "clock";
            case TicketFact.TargetMissed missed -> "alert-triangle";
            case TicketFact.Escalated escalated -> "bell";
        };
    }

    private static String channel(Channel channel) {
        return switch (channel) {
            case EMAIL -> "mail";
            case PHONE -> "phone";
            case API -> "api";
            case WEB -> "world";
        };
    }

    private static Sentence opened(TicketFact.Opened opened) {
        var how = Sentence.of("ticketpage.fact.opened." + opened.channel().code());
        var follows = opened.follows();
        if (follows != null) {
            var link = new Sentence.Link(Long.toString(follows), "/tickets/" + follows);
            how = Sentence.of("ticketpage.fact.opened_after", how, link);
        }
        var team = opened.team();
        var assignee = opened.assignee();
        if (team != null && assignee != null) {
            return Sentence.of("ticketpage.fact.opened_for_both", how, team.name(), assignee.name());
        }
        if (team != null) {
            return Sentence.of("ticketpage.fact.opened_for", how, team.name());
        }
        return assignee == null ? how : Sentence.of("ticketpage.fact.opened_for", how, assignee.name());
    }

    private static Sentence status(TicketFact.StatusChanged changed, @Nullable Author actor) {
        boolean answered = actor != null && actor.kind() == Author.Kind.CUSTOMER;
        return answered && changed.to() == TicketStatus.OPEN
                ? Sentence.of("ticketpage.fact.reopened")
                : Sentence.of(
                        "ticketpage.fact.status",
                        Message.of("web.status." + changed.to().code()));
    }

    private static Sentence priority(Priority from, Priority to) {
        return Sentence.of(
                to.compareTo(from) > 0 ? "ticketpage.fact.priority_raised" : "ticketpage.fact.priority_lowered",
                Message.of("web.priority." + from.code()),
                Message.of("web.priority." + to.code()));
    }

    private static Sentence assignee(TicketFact.AssigneeChanged changed, @Nullable Author actor) {
        AgentRef from = changed.from();
        AgentRef to = changed.to();
        if (to == null) {
            return Sentence.of("ticketpage.fact.unassigned", from == null ? "" : from.name());
        }
        boolean oneself = actor != null && actor.kind() == Author.Kind.AGENT && actor.id() == to.id();
        if (oneself) {
            return from == null
                    ? Sentence.of("ticketpage.fact.took")
                    : Sentence.of("ticketpage.fact.took_from", from.name());
        }
        return from == null
                ? Sentence.of("ticketpage.fact.assigned", to.name())
                : Sentence.of("ticketpage.fact.reassigned", from.name(), to.name());
    }

    private static Sentence team(@Nullable TeamRef from, @Nullable TeamRef to) {
        if (to == null) {
            return Sentence.of("ticketpage.fact.team_left", from == null ? "" : from.name());
        }
        return from == null
                ? Sentence.of("ticketpage.fact.team_joined", to.name())
                : Sentence.of("ticketpage.fact.team_moved", from.name(), to.name());
    }

    private static Sentence tags(List<String> added, List<String> removed) {
        if (removed.isEmpty()) {
            return Sentence.of("ticketpage.fact.tagged", added.size(), String.join(", ", added));
        }
        if (added.isEmpty()) {
            return Sentence.of("ticketpage.fact.untagged", removed.size(), String.join(", ", removed));
        }
        return Sentence.of(
                "ticketpage.fact.retagged",
                added.size(),
                String.join(", ", added),
                removed.size(),
                String.join(", ", removed));
    }

    private static Sentence policy(@Nullable String name) {
        return name == null ? Sentence.of("ticketpage.fact.policy_ended") : Sentence.of("ticketpage.fact.policy", name);
    }

    private static Sentence due(@Nullable Instant to) {
        return to == null ? Sentence.of("ticketpage.fact.due_removed") : Sentence.of("ticketpage.fact.due", to);
    }
}
