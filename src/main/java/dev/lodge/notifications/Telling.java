package dev.lodge.notifications;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Colleague;
import dev.lodge.sla.Recipient;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.Visible;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which agents are told what: first the words that an act calls for, then to whom of all people they are said. */
final class Telling {

    private Telling() {}

    /** What an act on a ticket calls for. */
    static List<Word> about(Happening act) {
        var words = new ArrayList<Word>();
        for (var fact : act.facts()) {
            switch (fact) {
                case TicketFact.Opened opened -> {
                    assigned(opened.assignee() == null ? null : act.assignee(), words);
                    newInTeam(act, words);
                }
                case TicketFact.AssigneeChanged change -> assigned(change.to() == null ? null : act.assignee(), words);
                case TicketFact.TeamChanged change -> newInTeam(act, words);
                case TicketFact.CustomerReplied reply ->
                    whoeverHasIt(NoticeKind.CUSTOMER_REPLIED, act.assignee(), act.team(), words);
                case TicketFact.Noted note ->
                    act.mentioned().stream()
                            .sorted()
                            .forEach(agent -> words.add(new Word(NoticeKind.MENTIONED, new Audience.One(agent))));
                default -> {
                    // Told to no agent.
                }
            }
        }
        return words;
    }

    private static void assigned(@Nullable Long assignee, List<Word> words) {
        if (assignee != null) {
            words.add(new Word(NoticeKind.ASSIGNED, new Audience.One(assignee)));
        }
    }

    private static void newInTeam(Happening act, List<Word> words) {
        if (act.assignee() == null) {
            whoeverHasIt(NoticeKind.NEW_IN_TEAM, null, act.team(), words);
        }
    }

    private static void whoeverHasIt(NoticeKind kind, @Nullable Long assignee, @Nullable Long team, List<Word> words) {
        if (assignee != null) {
            words.add(new Word(kind, new Audience.One(assignee)));
        } else if (team != null) {
            words.add(new Word(kind, new Audience.Team(team)));
        }
    }

    /** What a clock calls for: the assignee is the team while nobody has the ticket. Addresses outside get mail alone. */
    static List<Word> about(
            NoticeKind kind, Collection<Recipient> recipients, @Nullable Long assignee, @Nullable Long team) {
        var words = new ArrayList<Word>();
        for (var recipient : recipients) {
            switch (recipient) {
                case Recipient.Assignee any -> whoeverHasIt(kind, assignee, team, words);
                case Recipient.Team any -> whoeverHasIt(kind, null, team, words);
                case Recipient.Managers any -> words.add(new Word(kind, new Audience.Managers(team)));
                case Recipient.Agent agent -> words.add(new Word(kind, new Audience.One(agent.id())));
                case Recipient.Address outside -> {
                    // Not an agent.
                }
            }
        }
        return words;
    }

    /**
     * Who of these people is told what: those who are meant and may see the ticket, except whoever did it; each once, and the most
     * specific word.
     *
     * @param by the agent who did it, or null
     * @return kinds by the ids of agents
     */
    static SortedMap<Long, NoticeKind> said(
            List<Word> words,
            Collection<Colleague> people,
            @Nullable Long by,
            @Nullable Long assignee,
            @Nullable Long team) {
        var said = new TreeMap<Long, NoticeKind>();
        for (var word : words) {
            meant(word.to(), people)
                    .filter(person -> by == null || person.id() != by)
                    .filter(person -> Visible.to(person.rights(), assignee, team))
                    .forEach(person -> said.merge(
                            person.id(), word.kind(), (one, other) -> one.compareTo(other) < 0 ? one : other));
        }
        return said;
    }

    private static Stream<Colleague> meant(Audience audience, Collection<Colleague> people) {
        return switch (audience) {
            case Audience.One one -> people.stream().filter(person -> person.id() == one.agent());
            case Audience.Team team -> people.stream().filter(person -> isIn(person.rights(), team.team()));
            case Audience.Managers managers -> managers(managers.team(), people).stream();
        };
    }

    private static List<Colleague> managers(@Nullable Long team, Collection<Colleague> people) {
        var all =
                people.stream().filter(person -> Crowd.manages(person.rights())).toList();
        var inTeam = all.stream()
                .filter(person -> team != null && isIn(person.rights(), team))
                .toList();
        if (!inTeam.isEmpty()) {
            return inTeam;
        }
        return !all.isEmpty()
                ? all
                : people.stream()
                        .filter(person -> Crowd.standsIn(person.rights()))
                        .toList();
    }

    private static boolean isIn(Caller agent, long team) {
        return agent.teams().contains(team);
    }
}
