package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;
import java.util.List;
import java.util.Set;

public record InviteModel(
        String email, String name, Role role, Set<Long> chosen, List<TeamRef> teams, Role by, FieldErrors errors) {}
