package dev.lodge.portal.help;

import dev.lodge.knowledge.ArticleRow;
import dev.lodge.knowledge.Category;
import dev.lodge.tenancy.Frontage;
import dev.lodge.tenancy.HomeBlock;
import dev.lodge.tickets.RequestRow;
import java.util.ArrayList;
import java.util.List;

/**
 * The front of the help center.
 *
 * @param language the reader's
 * @param site the address of the help center, without a slash at its end
 * @param frontage what the desk made of it
 * @param customer whether a customer reads it
 * @param categories at the top of the tree
 * @param requests the newest of the customer who is signed in, or none
 */
public record FrontModel(
        String language,
        String site,
        Frontage frontage,
        boolean customer,
        List<Category> categories,
        List<ArticleRow> popular,
        List<RequestRow> requests) {

    /** Whether the search stands in the head: where it comes first. */
    public boolean searchesFirst() {
        return !frontage.blocks().isEmpty() && frontage.blocks().getFirst() == HomeBlock.SEARCH;
    }

    /** Whether a new request is asked for by a block of its own, and not with the customer's own. */
    public boolean hasContact() {
        return frontage.shows(HomeBlock.CONTACT);
    }

    /** What stands below the head for this reader, one row after the other. */
    public List<FrontRow> rows() {
        List<FrontRow> rows = new ArrayList<>();
        List<HomeBlock> beside = new ArrayList<>();
        for (var block : frontage.blocks()) {
            if (!isThere(block)) {
                continue;
            }
            if (FrontRow.isWhole(block)) {
                FrontRow.of(beside).ifPresent(rows::add);
                beside.clear();
                rows.add(FrontRow.alone(block));
            } else {
                beside.add(block);
            }
        }
        FrontRow.of(beside).ifPresent(rows::add);
        return rows;
    }

    private boolean isThere(HomeBlock block) {
        return switch (block) {
            case SEARCH -> !searchesFirst();
            case CATEGORIES -> !categories.isEmpty();
            case OWN_REQUESTS -> customer;
            case POPULAR, CONTACT -> true;
        };
    }
}
