package dev.lodge.accounts;

import org.springframework.stereotype.Component;

/** All that still lets somebody in. */
@Component
class OpenDoors {

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final AccountLinks links;

    OpenDoors(Sessions sessions, ApiTokens tokens, AccountLinks links) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.links = links;
    }

    /** After deactivation: nothing that was good before works again when the agent comes back. */
    void closeAll(long agentId) {
        sessions.endAll(agentId);
        tokens.revokeAll(agentId);
        links.revokeAll(agentId);
    }

    /** After somebody else set the password. */
    void closeBrowsers(long agentId) {
        sessions.endAll(agentId);
        links.revokeAll(agentId);
    }

    /** After a rise in rights: who made the link must not use it for them. */
    void closeLinks(long agentId) {
        links.revokeAll(agentId);
    }

    /** After choosing a new password oneself: only the browser in hand stays. */
    void closeOthers(SignedInAgent agent) {
        sessions.endOthers(agent);
        links.revokeAll(agent.caller().agentId());
    }
}
