package dev.lodge.notifications;

/** Something to be said to somebody. */
record Word(NoticeKind kind, Audience to) {}
