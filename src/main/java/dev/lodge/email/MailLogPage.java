package dev.lodge.email;

import dev.lodge.web.Paging;
import dev.lodge.web.api.ListQuery;
import dev.lodge.web.api.Listing;
import java.util.List;
import java.util.Map;

/**
 * A page of the log.
 *
 * @param labels keys of what kinds are called, by their names
 * @param canSend whether there is a server to send by
 */
public record MailLogPage(
        Listing<MailRow> listing, Paging paging, ListQuery query, Map<String, String> labels, boolean canSend) {

    public List<String> statuses() {
        return MailLog.STATUSES;
    }

    /** The state that the list is narrowed to, or empty. */
    public String status() {
        return query.filter("status").orElse("");
    }
}
