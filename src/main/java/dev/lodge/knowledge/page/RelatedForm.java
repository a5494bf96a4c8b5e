package dev.lodge.knowledge.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody ticked and typed to say what an article leads on to.
 *
 * @param of id of the article; null for a new one
 * @param language that it is in
 * @param related ids of those chosen
 * @param find words, or numbers of articles
 */
public record RelatedForm(
        @Nullable Long of,
        @Nullable String language,
        @Nullable List<String> related,
        @Nullable String find) {}
