package dev.lodge.knowledge;

/** An article as others mention it. */
public record ArticleRef(long id, String title, String slug, String language) {}
