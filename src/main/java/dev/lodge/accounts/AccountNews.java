package dev.lodge.accounts;

import dev.lodge.accounts.Agents.Invited;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells other modules what happened to accounts, within the transaction in which it did. */
@Component
class AccountNews {

    private final ApplicationEventPublisher publisher;
    private final SignInSettings settings;
    private final InstantSource clock;

    AccountNews(ApplicationEventPublisher publisher, SignInSettings settings, InstantSource clock) {
        this.publisher = publisher;
        this.settings = settings;
        this.clock = clock;
    }

    /** Has the invitation sent to who is invited. */
    void invited(Invited made, @Nullable Long by) {
        var until = clock.instant().plus(settings.invitation());
        publisher.publishEvent(new LinkMade(made.agentId(), true, made.path(), until, by));
    }

    /** Has the link sent to who forgot the password. */
    void forgot(Invited made) {
        var until = clock.instant().plus(settings.passwordReset());
        publisher.publishEvent(new LinkMade(made.agentId(), false, made.path(), until, null));
    }

    void deactivated(long agentId, long by) {
        publisher.publishEvent(new AgentDeactivated(agentId, by));
    }
}
