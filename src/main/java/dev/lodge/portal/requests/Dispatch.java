package dev.lodge.portal.requests;

import dev.lodge.attachments.BroughtFiles;
import dev.lodge.attachments.FilesBrought;
import dev.lodge.attachments.Uploader;
import dev.lodge.customers.CustomerCaller;
import dev.lodge.idempotency.OnceOnly;
import dev.lodge.tickets.Requests;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Passes on what customers write, with the files that they bring: once, however often its form comes. */
@Component
class Dispatch {

    private final Requests requests;
    private final FilesBrought files;
    private final OnceOnly once;

    Dispatch(Requests requests, FilesBrought files, OnceOnly once) {
        this.requests = requests;
        this.files = files;
        this.once = once;
    }

    BroughtFiles bring(CustomerCaller by, @Nullable List<Long> before, @Nullable List<MultipartFile> uploads) {
        return files.bring(new Uploader.Customer(by.customerId()), before, uploads);
    }

    /**
     * @param description the form's, with what was added to it
     * @return the path of the new request
     */
    String open(CustomerCaller by, NewRequestForm form, String description, BroughtFiles brought) {
        return once.run(
                person(by),
                form.key(),
                form.content(brought.content()),
                () -> address(requests.open(by, form.subject(), description, ids(brought))));
    }

    /** @return the path of the request that has the words */
    String reply(CustomerCaller by, long number, ReplyForm form, BroughtFiles brought) {
        return once.run(
                person(by),
                form.key(),
                number + "\n" + brought.content() + "\n" + form.text(),
                () -> address(requests.reply(by, number, form.text(), ids(brought))));
    }

    static String address(long number) {
        return "/requests/" + number;
    }

    private static String person(CustomerCaller by) {
        return "customer:" + by.customerId();
    }

    private static List<@Nullable Long> ids(BroughtFiles brought) {
        return Objects.requireNonNullElse(brought.ids(), List.of());
    }
}
