package dev.lodge.portal.help;

import dev.lodge.knowledge.ArticleRow;
import dev.lodge.knowledge.Category;
import dev.lodge.tickets.RequestRow;
import java.util.List;

/**
 * The front of the help center.
 *
 * @param language the reader's
 * @param categories at the top of the tree
 * @param requests the newest of the customer who is signed in, or none
 */
public record FrontModel(
        String language, List<Category> categories, List<ArticleRow> popular, List<RequestRow> requests) {}
