package dev.lodge.accounts;

import dev.lodge.web.Choice;
import dev.lodge.web.Paging;
import dev.lodge.web.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The list of members.
 *
 * @param teams names, by id
 * @param manages whether the one who looks may invite and change people
 */
public record MembersModel(
        List<AgentProfile> members, Map<Long, String> teams, Paging paging, String search, boolean manages) {

    static Map<Long, String> names(List<TeamRef> teams) {
        return teams.stream().collect(Collectors.toMap(TeamRef::id, TeamRef::name));
    }

    public String teamsOf(AgentProfile member) {
        return member.teams().stream()
                .map(id -> teams.getOrDefault(id, ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /** The roles that somebody of a role may give, in words. */
    public static List<Choice> roles(Role by) {
        return Stream.of(Role.values())
                .filter(by::mayGrant)
                .map(role -> new Choice(role.code(), Text.text("accounts.role." + role.code())))
                .toList();
    }
}
