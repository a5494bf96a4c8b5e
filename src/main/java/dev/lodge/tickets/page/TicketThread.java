package dev.lodge.tickets.page;

import dev.lodge.attachments.Attachment;
import dev.lodge.tickets.Author;
import dev.lodge.tickets.RecordedEvent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation as it is read: what was said, and between it what happened.
 *
 * @param entries in the order of the ledger; the ticket's own description comes first
 * @param earlier how many messages to ask for to see more of them, or null if all are shown
 * @param seen id of the newest event that went in; forms carry it, so that what came later can be told
 */
public record TicketThread(List<Entry> entries, @Nullable Integer earlier, long seen) {

    /** A line of the conversation. */
    public sealed interface Entry permits Said, Happened {}

    /**
     * A message, or the description that the ticket began with.
     *
     * @param anchor id on the page
     * @param author null if nobody is known for it
     */
    public record Said(
            String anchor, @Nullable Author author, Kind kind, MessageHtml body, List<Attachment> files, Instant at)
            implements Entry {

        /** Who wrote it, for whom. */
        public enum Kind {
            CUSTOMER,
            AGENT,
            NOTE
        }

        public boolean isNote() {
            return kind == Kind.NOTE;
        }

        public String style() {
            return switch (kind) {
                case CUSTOMER -> "";
                case AGENT -> "l-msg-agent";
                case NOTE -> "l-msg-note";
            };
        }
    }

    /** Something done by one person at one moment. */
    public record Happened(String icon, Sentence sentence, Instant at) implements Entry {

        /** @param together what one person did at one moment, in order, at least one */
        static Happened of(List<RecordedEvent> together) {
            var first = together.getFirst();
            return new Happened(
                    FactWords.icon(first.data()),
                    Sentence.of(
                            "ticketpage.happened",
                            FactWords.actor(first.actor()),
                            Sentence.listing(
                                    together.stream().map(FactWords::words).toList())),
                    first.createdAt());
        }
    }
}
