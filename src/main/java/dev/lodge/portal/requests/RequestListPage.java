package dev.lodge.portal.requests;

import dev.lodge.tickets.RequestRow;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A page of the list.
 *
 * @param found one more than are shown, if there are more
 * @param shared whether the customer may see those of their organisation
 * @param organization whether these are those
 * @param later whether it is not the first page
 */
public record RequestListPage(
        List<RequestRow> found, boolean shared, boolean organization, Shown shown, boolean later) {

    /** Which are shown. */
    public enum Shown {
        OPEN,
        SOLVED,
        ALL;

        static Shown of(@Nullable String word) {
            for (Shown shown : values()) {
                if (shown.word().equals(word)) {
                    return shown;
                }
            }
            return OPEN;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Nullable
        Boolean done() {
            return switch (this) {
                case OPEN -> false;
                case SOLVED -> true;
                case ALL -> null;
            };
        }
    }

    public List<RequestRow> rows() {
        return found.subList(0, Math.min(found.size(), RequestListController.SIZE));
    }

    /** The next page, or null. */
    public @Nullable String next() {
        return found.size() > RequestListController.SIZE
                ? address(organization, shown, rows().getLast().number())
                : null;
    }

    /** The list with another filter, from its beginning. */
    public String of(boolean organizations, Shown status) {
        return address(organizations, status, null);
    }

    private static String address(boolean organization, Shown shown, @Nullable Long before) {
        var address = UriComponentsBuilder.fromPath("/requests");
        if (organization) {
            address.queryParam("whose", "organization");
        }
        if (shown != Shown.OPEN) {
            address.queryParam("status", shown.word());
        }
        if (before != null) {
            address.queryParam("before", before);
        }
        return address.toUriString();
    }
}
