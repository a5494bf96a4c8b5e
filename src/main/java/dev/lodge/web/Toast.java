package dev.lodge.web;

import dev.lodge.problem.Message;
import org.jspecify.annotations.Nullable;

/**
 * A line at the page's corner for what was just done.
 *
 * @param undo path to POST to in order to take it back, offered only where the toast comes with the answer itself: the
 *     cookie that carries a toast over a redirect can be planted by a neighbouring host, so it names no address
 */
public record Toast(Message message, @Nullable String undo) {}
