package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;
import java.util.List;
import java.util.Set;

public record TeamModel(Team team, List<AgentRef> people, String name, Set<Long> members, FieldErrors errors) {}
