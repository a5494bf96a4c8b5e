package dev.lodge.portal.requests;

import dev.lodge.portal.ForCustomers;
import dev.lodge.portal.SignedInCustomer;
import dev.lodge.problem.Conflict;
import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.Message;
import dev.lodge.tickets.Conversation;
import dev.lodge.tickets.Requests;
import dev.lodge.web.Html;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One request: what was said, an answer, and its end. */
@Controller
@ForCustomers
class RequestController {

    private static final int NEWEST = 50;
    private static final int ALL = 2000;

    private final Requests requests;
    private final Conversation conversation;

    RequestController(Requests requests, Conversation conversation) {
        this.requests = requests;
        this.conversation = conversation;
    }

    @GetMapping("/requests/{number}")
    Html page(SignedInCustomer customer, @PathVariable long number, @RequestParam(defaultValue = "false") boolean all) {
        return page(customer, number, all ? ALL : NEWEST, "", FieldErrors.none(), null);
    }

    @PostMapping("/requests/{number}/messages")
    Html reply(
            SignedInCustomer customer,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable String body) {
        String words = Objects.requireNonNullElse(body, "");
        try {
            long at = requests.reply(customer.caller(), number, words);
            var there = Html.redirect("/requests/" + at);
            return at == number
                    ? there.toast("portal.request.replied")
                    : there.toast("portal.request.followed_up", Long.toString(number), Long.toString(at));
        } catch (Invalid invalid) {
            return page(customer, number, NEWEST, words, invalid.errors(), null).invalid();
        }
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
        return page(customer, number, NEWEST, "", FieldErrors.none(), Message.of(key))
                .status(refused.status());
    }

    private Html page(
            SignedInCustomer customer,
            long number,
            int most,
            String body,
            FieldErrors errors,
            @Nullable Message refusal) {
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
                        body,
                        errors,
                        refusal));
    }
}
