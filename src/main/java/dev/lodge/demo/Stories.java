package dev.lodge.demo;

import dev.lodge.accounts.Caller;
import dev.lodge.tickets.Channel;
import dev.lodge.tickets.NewMessage;
import dev.lodge.tickets.NewTicket;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketChanges;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Tickets;
import dev.lodge.tickets.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Tells the tickets of a desk again, each step through the door that people use, at the moment it happened. */
final class Stories {

    private static final LongPredicate ANY_VERSION = version -> true;

    private final Tickets tickets;
    private final People people;
    private final Instant now;

    Stories(Tickets tickets, People people, Instant now) {
        this.tickets = tickets;
        this.people = people;
        this.now = now;
    }

    void tell(Desk.Story story) {
        Channel channel = word(Channel.class, story.channel());
        Long team = story.team() == null ? null : people.team(story.team());
        var request = new NewTicket(
                story.subject(),
                story.description(),
                word(Priority.class, story.priority()),
                people.customer(story.customer()),
                null,
                null,
                team,
                List.copyOf(story.tags()),
                null);
        at(story.createdAgo()).receive(request, channel, story.number());
        for (Desk.Step step : story.steps()) {
            happen(story, step, channel);
        }
    }

    private void happen(Desk.Story story, Desk.Step step, Channel channel) {
        Tickets then = at(step.ago());
        long number = story.number();
        switch (step.by()) {
            case "customer" -> then.receiveReply(people.customer(story.customer()), number, text(step), channel);
            case "system" -> then.close(number);
            default -> act(then, people.agent(step.by()), number, step, channel);
        }
    }

    private void act(Tickets then, Caller agent, long number, Desk.Step step, Channel channel) {
        switch (step.what()) {
            case "reply" -> then.write(agent, number, new NewMessage(text(step), Visibility.PUBLIC, null), channel);
            case "note" ->
                then.write(agent, number, new NewMessage(text(step), Visibility.INTERNAL, null), Channel.WEB);
            case "assign" ->
                then.assign(agent, number, people.agent(step.word()).agentId(), ANY_VERSION);
            case "status" -> then.changeStatus(agent, number, word(TicketStatus.class, step.word()), ANY_VERSION);
            case "force_close" -> then.forceClose(agent, number, step.reason(), ANY_VERSION);
            case "priority" ->
                change(then, agent, number, TicketChanges.none().priority(word(Priority.class, step.word())));
            case "team" -> change(then, agent, number, TicketChanges.none().team(people.team(step.word())));
            case "tags" -> change(then, agent, number, TicketChanges.none().tags(step.words()));
            case "due" -> change(then, agent, number, TicketChanges.none().dueAt(dueAt(step.in())));
            default ->
                throw new IllegalArgumentException("The demo's file tells of a step '%s'.".formatted(step.what()));
        }
    }

    private static void change(Tickets then, Caller agent, long number, TicketChanges changes) {
        then.update(agent, number, changes, ANY_VERSION);
    }

    private @Nullable Instant dueAt(@Nullable Long minutes) {
        return minutes == null ? null : now.plus(Duration.ofMinutes(minutes));
    }

    private Tickets at(long ago) {
        return tickets.at(now.minus(Duration.ofMinutes(ago)));
    }

    private static String text(Desk.Step step) {
        return step.text() == null ? "" : step.text();
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }
}
