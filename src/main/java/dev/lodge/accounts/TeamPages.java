package dev.lodge.accounts;

import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.web.Html;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /settings/teams}. */
@Controller
class TeamPages {

    private final Teams teams;
    private final AgentRows agents;

    TeamPages(Teams teams, AgentRows agents) {
        this.teams = teams;
        this.agents = agents;
    }

    /** @param version the team's when the form was opened */
    record TeamForm(
            @Nullable String name,
            @Nullable Set<Long> members,
            @Nullable Long version) {}

    @GetMapping("/settings/teams")
    @Requires(Permission.TEAM_READ)
    Html list(Caller caller) {
        return list(caller, "", FieldErrors.none());
    }

    @PostMapping("/settings/teams")
    @Requires(Permission.TEAM_MANAGE)
    Html create(@ModelAttribute TeamForm form, Caller caller) {
        String name = Objects.requireNonNullElse(form.name(), "");
        try {
            Team team = teams.create(name, Set.of(), caller);
            return Html.redirect("/settings/teams/" + team.id()).toast("accounts.team.created", team.name());
        } catch (Invalid invalid) {
            return list(caller, name, invalid.errors()).invalid();
        } catch (NameTaken taken) {
            return list(caller, name, taken.errors()).invalid();
        }
    }

    @GetMapping("/settings/teams/{id}")
    @Requires(Permission.TEAM_MANAGE)
    Html show(@PathVariable long id) {
        Team team = teams.require(id);
        return show(team, team.name(), Set.copyOf(team.members()), FieldErrors.none());
    }

    @PostMapping("/settings/teams/{id}")
    @Requires(Permission.TEAM_MANAGE)
    Html change(@PathVariable long id, @ModelAttribute TeamForm form, Caller caller) {
        String name = Objects.requireNonNullElse(form.name(), "");
        Set<Long> members = Objects.requireNonNullElse(form.members(), Set.of());
        try {
            teams.change(id, name, members, version -> Objects.equals(form.version(), version), caller);
            return Html.redirect("/settings/teams").toast("accounts.team.saved", name.strip());
        } catch (Invalid invalid) {
            return show(teams.require(id), name, members, invalid.errors()).invalid();
        } catch (NameTaken taken) {
            return show(teams.require(id), name, members, taken.errors()).invalid();
        }
    }

    @PostMapping("/settings/teams/{id}/delete")
    @Requires(Permission.TEAM_MANAGE)
    Html delete(@PathVariable long id, Caller caller) {
        Team team = teams.require(id);
        try {
            teams.delete(id, any -> true, caller);
            return Html.redirect("/settings/teams").toast("accounts.team.deleted", team.name());
        } catch (Conflict needed) {
            var errors = FieldErrors.none().and(FieldErrors.WHOLE, needed.detail());
            return show(team, team.name(), Set.copyOf(team.members()), errors).invalid();
        }
    }

    private Html list(Caller caller, String name, FieldErrors errors) {
        return Html.page(
                "accounts/teams",
                new TeamsModel(teams.all(), agents.names(), caller.may(Permission.TEAM_MANAGE), name, errors));
    }

    private Html show(Team team, String name, Set<Long> members, FieldErrors errors) {
        return Html.page("accounts/team", new TeamModel(team, agents.everybody(), name, members, errors));
    }
}
