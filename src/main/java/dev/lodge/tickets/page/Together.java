package dev.lodge.tickets.page;

import dev.lodge.tickets.RecordedEvent;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.TicketStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers what one person did within a minute into one line, and leaves out what the rest of the line says already. */
final class Together {

    private static final Duration A_MOMENT = Duration.ofMinutes(1);

    private final List<RecordedEvent> gathered = new ArrayList<>();
    private final List<TicketThread.Happened> lines = new ArrayList<>();
    private @Nullable RecordedEvent previous;

    /** All as lines, messages among them. */
    static List<TicketThread.Happened> lines(List<RecordedEvent> events) {
        var together = new Together();
        events.forEach(together::add);
        return together.flush();
    }

    void add(RecordedEvent event) {
        if (!gathered.isEmpty() && !belongs(event)) {
            close();
        }
        if (!goesWithoutSaying(event)) {
            gathered.add(event);
        }
        previous = event;
    }

    /** Whoever wrote something needs no line for it, but what follows from it is seen in its light. */
    void pass(RecordedEvent event) {
        previous = event;
    }

    /** The lines since the last call. */
    List<TicketThread.Happened> flush() {
        close();
        var done = List.copyOf(lines);
        lines.clear();
        return done;
    }

    private void close() {
        if (!gathered.isEmpty()) {
            lines.add(TicketThread.Happened.of(gathered));
            gathered.clear();
        }
    }

    private boolean belongs(RecordedEvent event) {
        var first = gathered.getFirst();
        return Objects.equals(first.actor(), event.actor())
                && Duration.between(first.createdAt(), event.createdAt()).compareTo(A_MOMENT) < 0;
    }

    /** Closing follows from force close, and opening a new ticket from taking or answering it. */
    private boolean goesWithoutSaying(RecordedEvent event) {
        var before = previous;
        if (before == null
                || !before.createdAt().equals(event.createdAt())
                || !(event.data() instanceof TicketFact.StatusChanged changed)) {
            return false;
        }
        return before.data() instanceof TicketFact.ForceClosed
                || changed.from() == TicketStatus.NEW && changed.to() == TicketStatus.OPEN;
    }
}
