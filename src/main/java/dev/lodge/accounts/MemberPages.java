package dev.lodge.accounts;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenants;
import dev.lodge.web.Html;
import dev.lodge.web.Paging;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /settings/members}: who works here, and what becomes of their accounts. */
@Controller
class MemberPages {

    private final AgentRows rows;
    private final Membership membership;
    private final Directory directory;
    private final SiteAddresses addresses;

    MemberPages(AgentRows rows, Membership membership, Directory directory, SiteAddresses addresses) {
        this.rows = rows;
        this.membership = membership;
        this.directory = directory;
        this.addresses = addresses;
    }

    /** @param version the agent's when the form was opened */
    record MemberForm(
            @Nullable String email,
            @Nullable String name,
            @Nullable Role role,
            @Nullable Set<Long> teams,
            @Nullable Long version) {

        String called() {
            return Objects.requireNonNullElse(name, "");
        }

        Set<Long> chosenTeams() {
            return Objects.requireNonNullElse(teams, Set.of());
        }
    }

    @GetMapping("/settings/members")
    @Requires(Permission.AGENT_READ)
    Html list(
            @ListParameters(
                            filters = {"role", "team", "active"},
                            orderings = {"name", "-name"},
                            search = true)
                    ListQuery query,
            Caller caller) {
        var listing = rows.list(query);
        return Html.page(
                "accounts/members",
                new MembersModel(
                        listing.results(),
                        MembersModel.names(directory.teams()),
                        Paging.of(listing, query.offset()),
                        Objects.requireNonNullElse(query.search(), ""),
                        caller.may(Permission.AGENT_MANAGE)));
    }

    @GetMapping("/settings/members/invite")
    @Requires(Permission.AGENT_MANAGE)
    Html inviting(Caller caller) {
        return invite(new MemberForm("", "", Role.AGENT, Set.of(), null), caller, FieldErrors.none());
    }

    @PostMapping("/settings/members/invite")
    @Requires(Permission.AGENT_MANAGE)
    Html invite(@ModelAttribute MemberForm form, Caller caller) {
        try {
            var email = EmailAddress.of(Objects.requireNonNullElse(form.email(), ""))
                    .orElseThrow(() -> new Invalid("email", "accounts.email_malformed"));
            Role role = Objects.requireNonNullElse(form.role(), Role.AGENT);
            var invited = membership.invite(new NewAgent(email, form.called(), role, form.chosenTeams()), caller);
            return link(rows.require(invited.agentId()), invited);
        } catch (Invalid invalid) {
            return invite(form, caller, invalid.errors()).invalid();
        } catch (EmailTaken taken) {
            return invite(form, caller, taken.errors()).invalid();
        }
    }

    @GetMapping("/settings/members/{id}")
    @Requires(Permission.AGENT_MANAGE)
    Html show(@PathVariable long id, Caller caller) {
        return show(rows.require(id), caller, FieldErrors.none());
    }

    @PostMapping("/settings/members/{id}")
    @Requires(Permission.AGENT_MANAGE)
    Html change(@PathVariable long id, @ModelAttribute MemberForm form, Caller caller) {
        AgentProfile before = rows.require(id);
        try {
            var change = AgentChange.of(
                    form.called(), Objects.requireNonNullElse(form.role(), before.role()), form.chosenTeams());
            var after = membership.change(id, change, version -> Objects.equals(form.version(), version), caller);
            return Html.redirect("/settings/members").toast("accounts.member.saved", after.name());
        } catch (Invalid invalid) {
            return show(before, caller, invalid.errors()).invalid();
        } catch (Conflict conflict) {
            return show(before, caller, conflict.errors()).invalid();
        }
    }

    @PostMapping("/settings/members/{id}/deactivate")
    @Requires(Permission.AGENT_MANAGE)
    Html deactivate(@PathVariable long id, Caller caller) {
        return setActive(id, false, "accounts.member.deactivated", caller);
    }

    @PostMapping("/settings/members/{id}/reactivate")
    @Requires(Permission.AGENT_MANAGE)
    Html reactivate(@PathVariable long id, Caller caller) {
        return setActive(id, true, "accounts.member.reactivated", caller);
    }

    private Html setActive(long id, boolean active, String toast, Caller caller) {
        try {
            var agent = membership.change(id, AgentChange.none().active(active), any -> true, caller);
            return Html.redirect("/settings/members/" + id).toast(toast, agent.name());
        } catch (Conflict conflict) {
            return show(rows.require(id), caller, conflict.errors()).invalid();
        }
    }

    @PostMapping("/settings/members/{id}/link")
    @Requires(Permission.AGENT_MANAGE)
    Html createLink(@PathVariable long id, Caller caller) {
        var invited = membership.link(id, caller);
        return link(rows.require(id), invited);
    }

    @PostMapping("/settings/members/{id}/end-sessions")
    @Requires(Permission.AGENT_MANAGE)
    Html endSessions(@PathVariable long id, Caller caller) {
        membership.endSessions(id, caller);
        return Html.redirect("/settings/members/" + id).toast("accounts.member.sessions_ended");
    }

    private Html link(AgentProfile agent, Agents.Invited invited) {
        return Html.page(
                "accounts/member-link", new MemberLink(agent, addresses.of(Tenants.current()) + invited.path()));
    }

    private Html invite(MemberForm form, Caller caller, FieldErrors errors) {
        return Html.page(
                "accounts/invite",
                new InviteModel(
                        Objects.requireNonNullElse(form.email(), ""),
                        form.called(),
                        Objects.requireNonNullElse(form.role(), Role.AGENT),
                        form.chosenTeams(),
                        directory.teams(),
                        caller.role(),
                        errors));
    }

    private Html show(AgentProfile agent, Caller caller, FieldErrors errors) {
        boolean mayChange = caller.role() == Role.OWNER || agent.role() != Role.OWNER;
        return Html.page(
                "accounts/member", new MemberModel(agent, directory.teams(), caller.role(), mayChange, errors));
    }
}
