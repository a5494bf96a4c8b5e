package dev.lodge.accounts;

import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.api.Change;
import dev.lodge.web.api.IfMatch;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/agents}: who works here. */
@RestController
class AgentsController {

    private final AgentRows rows;
    private final Membership membership;
    private final SiteAddresses addresses;

    AgentsController(AgentRows rows, Membership membership, SiteAddresses addresses) {
        this.rows = rows;
        this.membership = membership;
        this.addresses = addresses;
    }

    /** Without a password the answer carries an invitation, which is the only time it is shown. */
    record AgentRequest(
            @NotNull @Size(max = 254) String email,
            @NotNull @Size(max = NewAgent.LONGEST_NAME) String name,
            @NotNull Role role,
            @Nullable @Size(max = 100) List<@NotNull Long> teams,
            @Nullable Boolean active,
            @Nullable String password) {}

    record AgentPatch(
            Change<@NotNull @Size(max = 254) String> email,
            Change<@NotNull @Size(max = NewAgent.LONGEST_NAME) String> name,
            Change<@NotNull Role> role,
            Change<@NotNull @Size(max = 100) List<@NotNull Long>> teams,
            Change<@NotNull Boolean> active,
            Change<@NotNull String> password) {}

    record NewAgentAnswer(
            long id,
            String email,
            String name,
            Role role,
            List<Long> teams,
            boolean active,
            boolean invited,
            Instant createdAt,
            Instant updatedAt,
            long version,
            @Nullable String invitationUrl) {}

    @GetMapping("/api/agents")
    @Requires(Permission.AGENT_READ)
    Listing<AgentProfile> list(
            @ListParameters(
                            filters = {"role", "team", "active"},
                            orderings = {"name", "-name"},
                            search = true)
                    ListQuery query) {
        return rows.list(query);
    }

    @PostMapping("/api/agents")
    @Requires(Permission.AGENT_MANAGE)
    ResponseEntity<NewAgentAnswer> create(@Valid @RequestBody AgentRequest asked, Caller caller) {
        if (Boolean.FALSE.equals(asked.active())) {
            throw new Invalid("active", "accounts.new_is_active");
        }
        var agent = new NewAgent(
                address(asked.email()),
                asked.name(),
                asked.role(),
                asked.teams() == null ? Set.of() : Set.copyOf(asked.teams()));
        String password = asked.password();
        if (password != null) {
            long id = membership.createWithPassword(agent, password, caller);
            return created(rows.require(id), null);
        }
        var invited = membership.invite(agent, caller);
        return created(rows.require(invited.agentId()), addresses.of(Tenants.current()) + invited.path());
    }

    private static ResponseEntity<NewAgentAnswer> created(AgentProfile agent, @Nullable String invitation) {
        return ResponseEntity.created(URI.create("/api/agents/" + agent.id()))
                .eTag(IfMatch.tag(agent.version()))
                .body(new NewAgentAnswer(
                        agent.id(),
                        agent.email(),
                        agent.name(),
                        agent.role(),
                        agent.teams(),
                        agent.active(),
                        agent.invited(),
                        agent.createdAt(),
                        agent.updatedAt(),
                        agent.version(),
                        invitation));
    }

    @GetMapping("/api/agents/{id}")
    @Requires(Permission.AGENT_READ)
    ResponseEntity<AgentProfile> show(@PathVariable long id) {
        return tagged(rows.require(id));
    }

    @PatchMapping("/api/agents/{id}")
    @Requires(Permission.AGENT_MANAGE)
    ResponseEntity<AgentProfile> change(
            @PathVariable long id, @Valid @RequestBody AgentPatch patch, IfMatch ifMatch, Caller caller) {
        List<Long> teams = patch.teams().value();
        String email = patch.email().value();
        var change = new AgentChange(
                email == null ? Change.absent() : Change.to(address(email)),
                patch.name(),
                patch.role(),
                teams == null ? Change.absent() : Change.to(new TreeSet<>(teams)),
                patch.active(),
                patch.password());
        return tagged(membership.change(id, change, ifMatch, caller));
    }

    private static ResponseEntity<AgentProfile> tagged(AgentProfile agent) {
        return ResponseEntity.ok().eTag(IfMatch.tag(agent.version())).body(agent);
    }

    private static EmailAddress address(String written) {
        return EmailAddress.of(written).orElseThrow(() -> new Invalid("email", "accounts.email_malformed"));
    }
}
