package dev.lodge.tickets.page;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.attachments.BroughtFiles;
import dev.lodge.attachments.FilesBrought;
import dev.lodge.attachments.Uploader;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tickets.TicketSeen;
import dev.lodge.web.Html;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A ticket, read and answered. */
@Controller
@RequestMapping("/tickets/{number}")
class TicketPageController {

    private static final Pattern LIST = Pattern.compile("https?://[^/?#]+/tickets\\?([^#]*)");

    private final TicketPages pages;
    private final TicketEdits edits;
    private final TicketThreads threads;
    private final FilesBrought files;
    private final ApplicationEventPublisher events;

    TicketPageController(
            TicketPages pages,
            TicketEdits edits,
            TicketThreads threads,
            FilesBrought files,
            ApplicationEventPublisher events) {
        this.pages = pages;
        this.edits = edits;
        this.threads = threads;
        this.files = files;
        this.events = events;
    }

    @GetMapping
    @Requires(Permission.TICKET_READ)
    Html show(
            Caller caller,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(defaultValue = "0") int shown,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String referer) {
        var page = pages.page(caller, number, from == null ? listIn(referer) : from, shown);
        events.publishEvent(new TicketSeen(number, caller.agentId()));
        return TicketPages.html(page);
    }

    /** The query of the list whose link was followed, so that <i>back</i> leads to it; whatever else was sent is no list. */
    private static @Nullable String listIn(@Nullable String referer) {
        var list = referer == null ? null : LIST.matcher(referer);
        return list != null && list.matches() ? list.group(1) : null;
    }

    /** A note is the least that everybody who writes here may write; the reply's own permission is asked for further in. */
    @PostMapping("/messages")
    @Requires(Permission.TICKET_NOTE)
    Html write(
            Caller caller,
            @PathVariable long number,
            ReplyForm form,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(required = false) @Nullable String from) {
        var brought = files.bring(new Uploader.Agent(caller.agentId()), form.attachments(), uploads);
        if (!brought.errors().isEmpty()) {
            return refused(caller, number, from, form, brought, Refusal.invalid(brought.errors()), 422);
        }
        String anchor;
        try {
            anchor = edits.write(caller, number, form, brought);
        } catch (Invalid invalid) {
            return refused(caller, number, from, form, brought, Refusal.invalid(invalid.errors()), 422);
        } catch (ChangedMeanwhile changed) {
            return refused(caller, number, from, form, brought, news(changed), changed.status());
        } catch (StaleVersion stale) {
            var news = Together.lines(threads.since(caller, number, form.lastSeen()));
            return refused(caller, number, from, form, brought, Refusal.meanwhile(news), stale.status());
        } catch (Conflict conflict) {
            return refused(caller, number, from, form, brought, Refusal.conflict(conflict.detail()), conflict.status());
        }
        return sent(caller, number, from, anchor);
    }

    private Html sent(Caller caller, long number, @Nullable String from, String anchor) {
        try {
            var page = pages.page(caller, number, from, 0);
            return TicketPages.html(page).orRedirect(page.address() + "#" + anchor);
        } catch (NotFound outOfScope) {
            return Html.redirect("/tickets").toast("ticketpage.left_scope");
        }
    }

    private static Refusal news(ChangedMeanwhile changed) {
        return Refusal.meanwhile(Together.lines(changed.news()));
    }

    private Html refused(
            Caller caller,
            long number,
            @Nullable String from,
            ReplyForm form,
            BroughtFiles brought,
            Refusal why,
            int status) {
        var page = pages.page(caller, number, from, 0);
        return TicketPages.html(
                        page.composing(Composer.of(form, brought.files()).refused(why)))
                .status(status);
    }

    /** How it will look; without a script the whole page, with what was typed. */
    @PostMapping("/preview")
    @Requires(Permission.TICKET_NOTE)
    Html preview(
            Caller caller,
            @PathVariable long number,
            ReplyForm form,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploads,
            @RequestParam(required = false) @Nullable String from) {
        var brought = files.bring(new Uploader.Agent(caller.agentId()), form.attachments(), uploads);
        var page = pages.page(caller, number, from, 0);
        var mentions = form.isNote() ? Mentions.of(page.side().assignables()) : Mentions.NONE;
        var shown = Composer.of(form, brought.files())
                .showing(MessageHtml.of(form.text(), mentions))
                .refused(Refusal.invalid(brought.errors()));
        return TicketPages.html(page.composing(shown));
    }
}
