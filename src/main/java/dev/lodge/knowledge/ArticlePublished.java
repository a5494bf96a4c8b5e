package dev.lodge.knowledge;

/** An article that was scheduled is there to be read from now on. Told within the transaction that writes it down. */
public record ArticlePublished(long articleId) {}
