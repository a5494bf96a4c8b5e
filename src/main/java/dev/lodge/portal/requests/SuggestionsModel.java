package dev.lodge.portal.requests;

import dev.lodge.knowledge.ArticleRow;
import java.util.List;

/** What may answer a request before it is sent. */
public record SuggestionsModel(List<ArticleRow> articles) {}
