package dev.lodge.email;

import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.NotFound;
import dev.lodge.web.Html;
import dev.lodge.web.Paging;
import dev.lodge.web.api.ListParameters;
import dev.lodge.web.api.ListQuery;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** What became of mails, and another try for those that did not go. */
@Controller
@RequestMapping("/settings/mail/log")
@Requires(Permission.MAIL_MANAGE)
class MailLogController {

    private final MailLog log;
    private final MailKinds kinds;
    private final MailServers servers;
    private final Outbox outbox;

    MailLogController(MailLog log, MailKinds kinds, MailServers servers, Outbox outbox) {
        this.log = log;
        this.kinds = kinds;
        this.servers = servers;
        this.outbox = outbox;
    }

    @GetMapping
    Html list(@ListParameters(filters = "status", orderings = "-created_at") ListQuery query) {
        var listing = log.page(query);
        var labels = kinds.all().stream().collect(Collectors.toMap(MailKind::name, MailKind::label));
        return Html.page(
                "email/log",
                new MailLogPage(listing, Paging.of(listing, query.offset()), query, labels, servers.exist()));
    }

    @PostMapping("/{id}/send")
    Html send(@PathVariable long id) {
        if (!outbox.sendAfterAll(id)) {
            throw new NotFound();
        }
        return Html.redirect("/settings/mail/log").toast("email.log.sending");
    }
}
