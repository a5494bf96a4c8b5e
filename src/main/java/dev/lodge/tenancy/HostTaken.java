package dev.lodge.tenancy;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.Message;

/** A tenant has this host already, or it is the platform's. */
public final class HostTaken extends Conflict {

    private static final long serialVersionUID = 1;

    HostTaken(HostName host) {
        super(Message.of("tenancy.host_taken", host.value()));
    }
}
