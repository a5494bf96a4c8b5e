package dev.lodge.accounts;

import dev.lodge.web.api.Change;
import dev.lodge.web.api.IfMatch;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/teams}. */
@RestController
class TeamsController {

    private final Teams teams;

    TeamsController(Teams teams) {
        this.teams = teams;
    }

    record TeamRequest(
            @NotNull @Size(max = Teams.LONGEST_NAME) String name,
            @Nullable @Size(max = 1000) List<@NotNull Long> members) {}

    record TeamPatch(
            Change<@NotNull @Size(max = Teams.LONGEST_NAME) String> name,
            Change<@NotNull @Size(max = 1000) List<@NotNull Long>> members) {}

    @GetMapping("/api/teams")
    @Requires(Permission.TEAM_READ)
    Listing<Team> list(
            @ListParameters(
                            orderings = {"name", "-name"},
                            search = true)
                    ListQuery query) {
        return teams.list(query);
    }

    @PostMapping("/api/teams")
    @Requires(Permission.TEAM_MANAGE)
    ResponseEntity<Team> create(@Valid @RequestBody TeamRequest asked, Caller caller) {
        List<Long> members = asked.members();
        Team team = teams.create(asked.name(), members == null ? Set.of() : Set.copyOf(members), caller);
        return ResponseEntity.created(URI.create("/api/teams/" + team.id()))
                .eTag(IfMatch.tag(team.version()))
                .body(team);
    }

    @GetMapping("/api/teams/{id}")
    @Requires(Permission.TEAM_READ)
    ResponseEntity<Team> show(@PathVariable long id) {
        return tagged(teams.require(id));
    }

    @PatchMapping("/api/teams/{id}")
    @Requires(Permission.TEAM_MANAGE)
    ResponseEntity<Team> change(
            @PathVariable long id, @Valid @RequestBody TeamPatch patch, IfMatch ifMatch, Caller caller) {
        List<Long> members = patch.members().value();
        return tagged(
                teams.change(id, patch.name().value(), members == null ? null : Set.copyOf(members), ifMatch, caller));
    }

    @DeleteMapping("/api/teams/{id}")
    @Requires(Permission.TEAM_MANAGE)
    ResponseEntity<Void> delete(@PathVariable long id, IfMatch ifMatch, Caller caller) {
        teams.delete(id, ifMatch, caller);
        return ResponseEntity.noContent().build();
    }

    private static ResponseEntity<Team> tagged(Team team) {
        return ResponseEntity.ok().eTag(IfMatch.tag(team.version())).body(team);
    }
}
