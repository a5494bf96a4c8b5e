package dev.lodge.portal.help;

import dev.lodge.knowledge.ArticleRef;
import dev.lodge.knowledge.Category;
import java.util.List;

/**
 * A category and what is in it.
 *
 * @param language the reader's
 * @param path from the top down to it
 * @param below the categories in it
 */
public record CategoryModel(
        String language, Category category, List<Category> path, List<Category> below, List<ArticleRef> articles) {}
