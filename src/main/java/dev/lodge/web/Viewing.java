package dev.lodge.web;

import java.time.Instant;
import java.time.ZoneId;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceResolvable;

/** The eyes that a page is rendered for: language, zone, moment and frame. Bound for the time of one rendering. */
record Viewing(MessageSource messages, Language language, ZoneId zone, Instant now, Shell shell) {

    private static final ScopedValue<Viewing> CURRENT = ScopedValue.newInstance();

    /** @throws NoSuchElementException outside a rendering */
    static Viewing current() {
        return CURRENT.get();
    }

    <T> T render(Supplier<T> page) {
        return ScopedValue.where(CURRENT, this).call(page::get);
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language.locale());
    }

    String text(MessageSourceResolvable value) {
        return messages.getMessage(value, language.locale());
    }
}
