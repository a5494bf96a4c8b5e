package dev.lodge.tickets;

import dev.lodge.accounts.Caller;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who does something, and when. One act may cause several facts; they share it.
 *
 * @param by an agent, a customer, or a rule of the desk itself
 */
public record Act(Actor by, Instant at) {

    /** Whoever acts. */
    public sealed interface Actor {

        /** The agent's id, or null if it is none. */
        default @Nullable Long agentId() {
            return null;
        }

        /** The customer's id, or null if it is none. */
        default @Nullable Long customerId() {
            return null;
        }
    }

    /** A member of staff. */
    public record Agent(Long agentId) implements Actor {}

    /** A person who asks for help. */
    public record Customer(Long customerId) implements Actor {}

    /** The desk itself, following a rule. */
    public record Rule() implements Actor {}

    static Act of(Caller caller, Instant at) {
        return new Act(new Agent(caller.agentId()), at);
    }

    static Act ofAgent(long agentId, Instant at) {
        return new Act(new Agent(agentId), at);
    }

    static Act ofCustomer(long customerId, Instant at) {
        return new Act(new Customer(customerId), at);
    }

    /** By the desk itself. */
    public static Act ofRule(Instant at) {
        return new Act(new Rule(), at);
    }
}
