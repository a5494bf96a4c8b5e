package dev.lodge.tickets.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tickets.Priority;
import dev.lodge.tickets.TicketChanges;
import dev.lodge.tickets.TicketFact;
import dev.lodge.tickets.TicketStatus;
import dev.lodge.tickets.Tickets;
import dev.lodge.web.Html;
import dev.lodge.web.LocalTimes;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The properties of a ticket, each a small form of its page. */
@Controller
@RequestMapping("/tickets/{number}")
class TicketPropertyController {

    private final Tickets tickets;
    private final TicketEdits edits;
    private final TicketPages pages;
    private final TicketThreads threads;
    private final LocalTimes times;

    TicketPropertyController(
            Tickets tickets, TicketEdits edits, TicketPages pages, TicketThreads threads, LocalTimes times) {
        this.tickets = tickets;
        this.edits = edits;
        this.pages = pages;
        this.threads = threads;
        this.times = times;
    }

    @PostMapping("/assignee")
    @Requires(Permission.TICKET_ASSIGN)
    Html assign(
            Caller caller,
            @PathVariable long number,
            PropertyForm form,
            @RequestParam(required = false) @Nullable Long assignee) {
        return change(
                caller,
                number,
                form,
                TicketFact.AssigneeChanged.class,
                expected -> tickets.assign(caller, number, assignee, expected));
    }

    @PostMapping("/team")
    @Requires(Permission.TICKET_TRANSFER)
    Html transfer(
            Caller caller,
            @PathVariable long number,
            PropertyForm form,
            @RequestParam(required = false) @Nullable Long team) {
        var changes = TicketChanges.none().team(team);
        return change(
                caller,
                number,
                form,
                TicketFact.TeamChanged.class,
                expected -> tickets.update(caller, number, changes, expected));
    }

    @PostMapping("/status")
    @Requires(Permission.TICKET_UPDATE)
    Html changeStatus(Caller caller, @PathVariable long number, PropertyForm form, @RequestParam TicketStatus status) {
        return change(
                caller,
                number,
                form,
                TicketFact.StatusChanged.class,
                expected -> tickets.changeStatus(caller, number, status, expected));
    }

    @PostMapping("/priority")
    @Requires(Permission.TICKET_UPDATE)
    Html prioritise(Caller caller, @PathVariable long number, PropertyForm form, @RequestParam Priority priority) {
        var changes = TicketChanges.none().priority(priority);
        return change(
                caller,
                number,
                form,
                TicketFact.PriorityChanged.class,
                expected -> tickets.update(caller, number, changes, expected));
    }

    @PostMapping("/due")
    @Requires(Permission.TICKET_UPDATE)
    Html setDue(
            Caller caller,
            @PathVariable long number,
            PropertyForm form,
            @RequestParam(name = "due_at", required = false) @Nullable String due) {
        return change(
                caller,
                number,
                form,
                TicketFact.DueDateChanged.class,
                expected -> tickets.update(
                        caller, number, TicketChanges.none().dueAt(times.read("due_at", due)), expected));
    }

    @PostMapping("/tags")
    @Requires(Permission.TICKET_UPDATE)
    Html tag(
            Caller caller, @PathVariable long number, PropertyForm form, @RequestParam(defaultValue = "") String tags) {
        var changes = TicketChanges.none().tags(Tags.split(tags));
        return change(
                caller,
                number,
                form,
                TicketFact.TagsChanged.class,
                expected -> tickets.update(caller, number, changes, expected));
    }

    @PostMapping("/subject")
    @Requires(Permission.TICKET_UPDATE)
    Html rename(
            Caller caller,
            @PathVariable long number,
            PropertyForm form,
            @RequestParam(defaultValue = "") String subject) {
        var changes = TicketChanges.none().subject(subject);
        return change(
                caller,
                number,
                form,
                TicketFact.SubjectChanged.class,
                expected -> tickets.update(caller, number, changes, expected));
    }

    /** Closes it by a manager's decision; whatever happened meanwhile is a reason to think again. */
    @PostMapping("/closure")
    @Requires(Permission.TICKET_FORCE_CLOSE)
    Html close(
            Caller caller,
            @PathVariable long number,
            PropertyForm form,
            @RequestParam(defaultValue = "") String reason) {
        return change(
                caller,
                number,
                form,
                TicketEdits.ANYTHING,
                expected -> tickets.forceClose(caller, number, reason, expected));
    }

    private Html change(
            Caller caller, long number, PropertyForm form, Class<? extends TicketFact> about, TicketEdits.Edit edit) {
        return change(caller, number, form, Set.of(about), edit);
    }

    private Html change(
            Caller caller,
            long number,
            PropertyForm form,
            Set<Class<? extends TicketFact>> about,
            TicketEdits.Edit edit) {
        try {
            edits.edit(caller, number, form.lastSeen(), about, edit);
        } catch (Invalid invalid) {
            return refused(caller, number, form, Refusal.invalid(invalid.errors()), 422);
        } catch (ChangedMeanwhile changed) {
            return refused(caller, number, form, Refusal.meanwhile(Together.lines(changed.news())), changed.status());
        } catch (StaleVersion stale) {
            var news = Together.lines(threads.since(caller, number, form.lastSeen()));
            return refused(caller, number, form, Refusal.meanwhile(news), stale.status());
        } catch (Conflict conflict) {
            return refused(caller, number, form, Refusal.conflict(conflict.detail()), conflict.status());
        }
        return changed(caller, number, form);
    }

    private Html refused(Caller caller, long number, PropertyForm form, Refusal why, int status) {
        var page = pages.page(caller, number, form.from(), 0);
        return TicketPages.html(page.refused(why)).status(status);
    }

    private Html changed(Caller caller, long number, PropertyForm form) {
        try {
            var page = pages.page(caller, number, form.from(), 0);
            return TicketPages.html(page).orRedirect(page.address());
        } catch (NotFound outOfScope) {
            return Html.redirect("/tickets").toast("ticketpage.left_scope");
        }
    }

    /**
     * What every property's form carries.
     *
     * @param seen id of the newest event that was on the page
     * @param from the query of the list that one came from
     */
    record PropertyForm(@Nullable Long seen, @Nullable String from) {

        long lastSeen() {
            return seen == null ? 0 : seen;
        }
    }
}
