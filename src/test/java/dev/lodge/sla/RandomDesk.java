package dev.lodge.sla;

import dev.lodge.accounts.Caller;
import dev.lodge.problem.Conflict;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;

/** A desk on which anything happens to any ticket, by the roll of a die that falls the same way each time. */
final class RandomDesk {

    private static final LongPredicate ANY = version -> true;

    private final Random die;
    private final Tickets tickets;
    private final Caller agent;
    private final long customer;
    private final long team;
    private final List<Long> numbers = new ArrayList<>();

    RandomDesk(long seed, Tickets tickets, Caller agent, long customer, long team) {
        this.die = new Random(seed);
        this.tickets = tickets;
        this.agent = agent;
        this.customer = customer;
        this.team = team;
    }

    /** Some time between a second and a day, mostly short. */
    Duration pause() {
        return Duration.ofSeconds((long) Math.exp(die.nextDouble() * Math.log(86_400)))
                .plusNanos(1_000L * die.nextInt(1_000_000));
    }

    void happen(Instant at) {
        var then = tickets.at(at);
        if (numbers.size() < 8 || die.nextInt(12) == 0) {
            numbers.add(then.receive(request(), Channel.EMAIL).id());
            return;
        }
        long number = numbers.get(die.nextInt(numbers.size()));
        try {
            act(then, number);
        } catch (Conflict notAllowed) {
            // Closed, or no such transition: nothing happened.
        }
    }

    private NewTicket request() {
        return new NewTicket("A matter", "Of some weight.", priority(), customer, null, null, null, tags(), null);
    }

    private void act(Tickets then, long number) {
        switch (die.nextInt(10)) {
            case 0, 1 -> then.write(agent, number, new NewMessage("An answer.", Visibility.PUBLIC, null), Channel.WEB);
            case 2 -> then.write(agent, number, new NewMessage("An answer.", Visibility.PUBLIC, status()), Channel.WEB);
            case 3, 4 -> then.receiveReply(customer, number, "A question.", Channel.EMAIL);
            case 5, 6 -> then.changeStatus(agent, number, status(), ANY);
            case 7 -> then.update(agent, number, TicketChanges.none().priority(priority()), ANY);
            case 8 -> then.update(agent, number, TicketChanges.none().tags(new ArrayList<>(tags())), ANY);
            default -> {
                if (die.nextInt(6) == 0) {
                    then.forceClose(agent, number, "Advertising", ANY);
                } else {
                    then.update(agent, number, TicketChanges.none().team(die.nextBoolean() ? team : null), ANY);
                }
            }
        }
    }

    private Priority priority() {
        return Priority.values()[die.nextInt(Priority.values().length)];
    }

    private TicketStatus status() {
        return List.of(TicketStatus.OPEN, TicketStatus.PENDING, TicketStatus.ON_HOLD, TicketStatus.SOLVED)
                .get(die.nextInt(4));
    }

    private List<String> tags() {
        return die.nextInt(3) == 0 ? List.of("vip") : List.of();
    }
}
