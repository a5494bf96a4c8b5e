package dev.lodge.tickets;

import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.core.ResolvableTypeProvider;

/**
 * A fact about a ticket, told to other modules within the transaction that made it true. A listener may name the fact it waits for:
 * {@code @EventListener void on(TicketEvent<TicketFact.StatusChanged> event)}.
 *
 * @param ticketId the row's id within the tenant, not the number that people see
 * @param messageId the message written, for facts that are one
 */
public record TicketEvent<F extends TicketFact>(
        long ticketId,
        long number,
        Act act,
        F fact,
        @Nullable Long messageId) implements ResolvableTypeProvider {

    @Override
    public ResolvableType getResolvableType() {
        return ResolvableType.forClassWithGenerics(TicketEvent.class, fact.getClass());
    }
}
