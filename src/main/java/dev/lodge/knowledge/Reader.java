package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.SignedIn;
import dev.lodge.customers.CustomerCaller;
import java.time.Instant;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Who reads articles, and what there is for them. A handler takes one as a parameter; everybody is one. */
public sealed interface Reader {

    /** Nobody known. */
    record Visitor() implements Reader {}

    /** A customer who is signed in. */
    record Customer(CustomerCaller caller) implements Reader {}

    /** An agent who may see all there is, drafts too. */
    record Agent(Caller caller) implements Reader {}

    /** The desk itself, when it writes down what somebody may. */
    record Desk() implements Reader {}

    static Reader desk() {
        return new Desk();
    }

    static Reader visitor() {
        return new Visitor();
    }

    /** Whoever signed in, or nobody. An agent whose token is not for articles sees what visitors see. */
    static Reader of(@Nullable SignedIn signedIn) {
        Object principal = signedIn == null ? null : signedIn.getPrincipal();
        if (principal instanceof Caller agent) {
            return agent.may(Permission.ARTICLE_READ) ? new Agent(agent) : visitor();
        }
        return principal instanceof CustomerCaller customer ? new Customer(customer) : visitor();
    }

    /** Which articles there are for this reader at the moment, whatever work is late. */
    default Condition sees(Instant now) {
        return switch (this) {
            case Agent agent -> DSL.noCondition();
            case Desk desk -> DSL.noCondition();
            case Customer customer ->
                live(now).and(ARTICLE.VISIBILITY.in(DSL.inline("public"), DSL.inline("customers")));
            case Visitor visitor -> live(now).and(ARTICLE.VISIBILITY.eq(DSL.inline("public")));
        };
    }

    /** Whether drafts and what is put away are there too. */
    default boolean seesAll() {
        return this instanceof Agent || this instanceof Desk;
    }

    /** What stands between publication and expiry. */
    static Condition live(Instant now) {
        return ARTICLE.STATUS
                .eq(DSL.inline("published"))
                .and(ARTICLE.PUBLISH_AT.le(now))
                .and(ARTICLE.EXPIRES_AT.isNull().or(ARTICLE.EXPIRES_AT.gt(now)));
    }
}
