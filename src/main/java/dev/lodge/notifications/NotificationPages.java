package dev.lodge.notifications;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /notifications}: what one was told. */
@Controller
class NotificationPages {

    private static final int SIZE = 30;

    private final Inbox inbox;

    NotificationPages(Inbox inbox) {
        this.inbox = inbox;
    }

    @GetMapping("/notifications")
    @Requires(Permission.TICKET_READ)
    Html list(
            Caller caller,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(defaultValue = "false") boolean unread) {
        var found = before == null
                ? inbox.newest(caller, unread, SIZE + 1)
                : inbox.before(caller, before, unread, SIZE + 1);
        boolean more = found.size() > SIZE;
        var shown = more ? found.subList(0, SIZE) : found;
        return Html.page(
                "notifications/page",
                new NotificationPage(
                        shown, unread, before == null, more ? shown.getLast().id() : null, inbox.unread(caller)));
    }

    @PostMapping("/notifications/read")
    @Requires(Permission.NOTIFICATIONS)
    Html readAll(Caller caller) {
        inbox.readAll(caller);
        return Html.redirect("/notifications");
    }

    /** What a page that stays open asks for now and then: nothing, unless the number is another than it shows. */
    @GetMapping("/notifications/bell")
    @Requires(Permission.TICKET_READ)
    Html bell(
            Caller caller,
            @RequestParam(defaultValue = "-1") long shown,
            @RequestParam(defaultValue = "false") boolean here) {
        long unread = inbox.unread(caller);
        return unread == shown ? Html.nothing() : Html.fragment("notifications/bell", new Bell(unread, here));
    }
}
