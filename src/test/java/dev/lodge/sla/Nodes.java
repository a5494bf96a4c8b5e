package dev.lodge.sla;

import dev.lodge.tickets.Ledgers;
import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** Nodes that escalate, each at a moment of the test's choice. */
@TestComponent
class Nodes {

    private final StoredClocks stored;
    private final PolicyVersions versions;
    private final Ledgers ledgers;
    private final Reactions reactions;
    private final TransactionTemplate transactions;

    Nodes(
            StoredClocks stored,
            PolicyVersions versions,
            Ledgers ledgers,
            Reactions reactions,
            TransactionTemplate transactions) {
        this.stored = stored;
        this.versions = versions;
        this.ledgers = ledgers;
        this.reactions = reactions;
        this.transactions = transactions;
    }

    Escalations at(Instant now) {
        return new Escalations(stored, versions, ledgers, reactions, new Moment(transactions, () -> now));
    }
}
