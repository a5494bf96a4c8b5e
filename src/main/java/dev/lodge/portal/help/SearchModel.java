package dev.lodge.portal.help;

import dev.lodge.knowledge.ArticleRow;
import java.util.List;

/** What a search in the help center found. */
public record SearchModel(String words, List<ArticleRow> found) {}
