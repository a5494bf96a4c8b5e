package dev.lodge.portal.requests;

import dev.lodge.attachments.BroughtFiles;
import dev.lodge.customers.CustomerCaller;
import dev.lodge.portal.ForCustomers;
import dev.lodge.portal.SignedInCustomer;
import dev.lodge.portal.requests.RequestPage.Written;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.problem.NotFound;
import dev.lodge.tickets.Conversation;
import dev.lodge.tickets.Requests;
import dev.lodge.web.Html;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** One request: what was said, an answer, and its end. */
@Controller
@ForCustomers
class RequestController {

    private static final int NEWEST = 50;
    private static final int ALL = 2000;

    private final Requests requests;
    private final Conversation conversation;
    private final Dispatch dispatch;

    RequestController(Requests requests, Conversation conversation, Dispatch dispatch) {
        this.requests = requests;
        this.conversation = conversation;
        this.dispatch = dispatch;
    }

    @GetMapping("/requests/{number}")
    Html page(SignedInCustomer customer, @PathVariable long number, @RequestParam(defaultValue = "false") boolean all) {
        return page(customer, number, all ? ALL : NEWEST, Written.NOTHING, null);
    }

    @PostMapping("/requests/{number}/messages")
    Html reply(
            SignedInCustomer customer,
            @PathVariable long number,
            ReplyForm form,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> uploads) {
        var caller = customer.caller();
        requireOwn(caller, number);
        var brought = dispatch.bring(caller, form.attachments(), uploads);
        if (!brought.errors().isEmpty()) {
            return unsent(customer, number, form, brought, brought.errors());
        }
        try {
            String address = dispatch.reply(caller, number, form, brought);
            var there = Html.redirect(address);
            return address.equals(Dispatch.address(number))
                    ? there.toast("portal.request.replied")
                    : there.toast(
                            "portal.request.followed_up",
                            Long.toString(number),
                            address.substring(address.lastIndexOf('/') + 1));
        } catch (Invalid invalid) {
            return unsent(customer, number, form, brought, invalid.errors());
        }
    }

    /** Before anything is stored for it. */
    private void requireOwn(CustomerCaller caller, long number) {
        if (!requests.details(caller, number).own()) {
            throw new NotFound();
        }
    }

    private Html unsent(
            SignedInCustomer customer, long number, ReplyForm form, BroughtFiles brought, FieldErrors errors) {
        return page(customer, number, NEWEST, new Written(form, brought.files(), errors), null)
                .invalid();
    }

    @PostMapping("/requests/{number}/solution")
    Html solve(SignedInCustomer customer, @PathVariable long number) {
        try {
            requests.solve(customer.caller(), number);
            return Html.redirect("/requests/" + number).toast("portal.request.solved");
        } catch (Conflict refused) {
            return refused(customer, number, "portal.request.not_solvable", refused);
        }
    }

    @PostMapping("/requests/{number}/reopening")
    Html reopen(SignedInCustomer customer, @PathVariable long number) {
        try {
            requests.reopen(customer.caller(), number);
            return Html.redirect("/requests/" + number).toast("portal.request.reopened");
        } catch (Conflict refused) {
            return refused(customer, number, "portal.request.not_reopenable", refused);
        }
    }

    private Html refused(SignedInCustomer customer, long number, String key, Conflict refused) {
        return page(customer, number, NEWEST, Written.NOTHING, Message.of(key)).status(refused.status());
    }

    private Html page(SignedInCustomer customer, long number, int most, Written written, @Nullable Message refusal) {
        var caller = customer.caller();
        var request = requests.details(caller, number);
        var found = conversation.newestMessages(caller, number, most + 1);
        boolean more = found.size() > most;
        return Html.page(
                "portal/request",
                new RequestPage(
                        request,
                        caller.customerId(),
                        more ? found.subList(1, found.size()) : found,
                        more,
                        written,
                        refusal));
    }
}
