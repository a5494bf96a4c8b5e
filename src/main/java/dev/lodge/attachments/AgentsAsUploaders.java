package dev.lodge.attachments;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.SignedIn;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Agents who may write at least a note. */
@Component
class AgentsAsUploaders implements UploaderSource {

    @Override
    public Optional<Uploader> uploader(SignedIn who) {
        return who.getPrincipal() instanceof Caller caller && caller.may(Permission.TICKET_NOTE)
                ? Optional.of(new Uploader.Agent(caller.agentId()))
                : Optional.empty();
    }
}
