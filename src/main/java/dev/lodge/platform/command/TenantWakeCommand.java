package dev.lodge.platform.command;

import dev.lodge.jobs.Wakeups;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.TenantRegistry;
import dev.lodge.tenancy.TenantSlug;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "wake",
        description = {
            "Look what work a tenant has due, and schedule it.",
            "For a tenant whose data were restored: its mails, escalations and notices wait in its own tables, and the platform has to hear of them. Harmless at any time."
        })
final class TenantWakeCommand extends Action {

    @Parameters(paramLabel = "SLUG", description = "The tenant.")
    private String slug = "";

    TenantWakeCommand(Backstage backstage) {
        super(backstage);
    }

    @Override
    int run() {
        var wanted = TenantSlug.of(slug);
        var tenant = bean(TenantRegistry.class)
                .bySlug(wanted)
                .orElseThrow(() -> new NotFound(Message.of("tenancy.no_such_tenant", wanted.value())));
        var due = bean(Wakeups.class).wake(tenant);
        if (due.isEmpty()) {
            return say("The tenant %s has nothing due.", slug);
        }
        due.forEach((work, moment) -> say("%s: due %s", work, moment));
        return say("The tenant %s has its work scheduled.", slug);
    }
}
