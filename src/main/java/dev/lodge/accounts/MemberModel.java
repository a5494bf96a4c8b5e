package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;
import java.util.List;

/** @param mayChange whether the one who looks may change this agent */
public record MemberModel(AgentProfile agent, List<TeamRef> teams, Role by, boolean mayChange, FieldErrors errors) {}
