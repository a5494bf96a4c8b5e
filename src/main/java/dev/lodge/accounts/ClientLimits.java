package dev.lodge.accounts;

import org.springframework.stereotype.Component;

/** How often a client may do what needs no sign-in. Counted as attempts to sign in are, in the same table and with the same pauses. */
@Component
public class ClientLimits {

    private final AgentThrottle throttle;

    ClientLimits(AgentThrottle throttle) {
        this.throttle = throttle;
    }

    /**
     * Counts one more.
     *
     * @param what a word for what is done, such as {@code feedback}
     * @param allowed how often within the time in which sign-ins are counted, 15 minutes unless set otherwise
     * @throws dev.lodge.problem.TooMany when it was more
     */
    public void count(String what, Client client, int allowed) {
        throttle.count(what + ":" + client.address(), allowed);
    }
}
