package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** @param names of agents, by id */
public record TeamsModel(List<Team> teams, Map<Long, String> names, boolean manages, String name, FieldErrors errors) {

    public String namesOf(Team team) {
        return team.members().stream()
                .map(id -> names.getOrDefault(id, ""))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
