package dev.lodge.notifications;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Colleague;
import dev.lodge.accounts.Colleagues;
import dev.lodge.accounts.Role;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Finds all who could be meant, in one statement. */
@Component
class Crowd {

    private static final Set<Role> MANAGERS = EnumSet.of(Role.MANAGER, Role.ADMIN, Role.OWNER);

    private final Colleagues colleagues;

    Crowd(Colleagues colleagues) {
        this.colleagues = colleagues;
    }

    static boolean manages(Caller agent) {
        return agent.role() == Role.MANAGER;
    }

    /** Where there is no manager. */
    static boolean standsIn(Caller agent) {
        return agent.role() == Role.ADMIN || agent.role() == Role.OWNER;
    }

    /** @param by also found, so that it can be said who did it */
    List<Colleague> of(Collection<Word> words, Collection<Long> by) {
        var ids = new HashSet<>(by);
        var teams = new HashSet<Long>();
        boolean managers = false;
        for (var word : words) {
            switch (word.to()) {
                case Audience.One one -> ids.add(one.agent());
                case Audience.Team team -> teams.add(team.team());
                case Audience.Managers any -> managers = true;
            }
        }
        return colleagues.among(ids, teams, managers ? MANAGERS : Set.of());
    }
}
