package dev.lodge.email;

/** A template as somebody wrote it. @param subject one line @param body Markdown; both with {@code {{placeholders}}} */
public record WrittenTemplate(String subject, String body) {}
