package dev.lodge.sla;

import dev.lodge.sla.clocks.ClockState;
import dev.lodge.sla.clocks.Counting;
import dev.lodge.web.CurrentPerson;
import dev.lodge.web.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Why a clock is due when it is, as a sentence: <i>Due Tuesday 10:30 because: created Friday 16:00, target 4 business hours, calendar
 * Berlin, paused 2 h on Monday.</i>
 */
@Component
class Explanations {

    private static final int BREAKS = 5;

    private final MessageSource messages;
    private final ObjectProvider<CurrentPerson> current;

    Explanations(MessageSource messages, ObjectProvider<CurrentPerson> current) {
        this.messages = messages;
        this.current = current;
    }

    /** @param due the moment of being due as it stands in the sentence; null where that does not name it */
    record Explanation(String sentence, @Nullable String due) {}

    /** For whoever is signed in; in English and UTC when nobody is. */
    Explanation of(ClockState clock, Instant now) {
        var known = current.getIfAvailable();
        Person person = known == null ? null : known.person();
        Locale own = person == null ? null : person.language();
        return of(clock, now, own == null ? Locale.ENGLISH : own, person == null ? ZoneOffset.UTC : person.zone());
    }

    private Explanation of(ClockState clock, Instant now, Locale language, ZoneId zone) {
        var words = new Words(clock, now, language, zone);
        return new Explanation(words.sentence(), words.due());
    }

    private final class Words {

        private final ClockState clock;
        private final Instant now;
        private final Locale language;
        private final ZoneId zone;

        Words(ClockState clock, Instant now, Locale language, ZoneId zone) {
            this.clock = clock;
            this.now = now;
            this.language = language;
            this.zone = zone;
        }

        String sentence() {
            var because = String.join(text("sla.explained.and"), reasons());
            return switch (clock.status()) {
                case RUNNING -> text("sla.explained.running", moment(clock.dueAt()), because);
                case PAUSED -> text("sla.explained.paused", span(left()), because);
                case MET -> text("sla.explained.met", moment(clock.fulfilledAt()), span(left()), because);
                case CANCELLED -> text("sla.explained.cancelled", moment(clock.endedAt()), because);
                case BREACHED -> breached(because);
            };
        }

        @Nullable
        String due() {
            return switch (clock.status()) {
                case RUNNING, BREACHED -> moment(clock.dueAt());
                case PAUSED, MET, CANCELLED -> null;
            };
        }

        private String breached(String because) {
            if (clock.fulfilledAt() != null) {
                return text("sla.explained.late", moment(clock.dueAt()), moment(clock.fulfilledAt()), because);
            }
            return clock.endedAt() == null
                    ? text("sla.explained.overdue", moment(clock.dueAt()), because)
                    : text("sla.explained.never", moment(clock.dueAt()), moment(clock.endedAt()), because);
        }

        private Duration left() {
            var left = clock.target().seconds() - clock.used().toSeconds();
            return Duration.ofSeconds(Math.max(0, left));
        }

        private List<String> reasons() {
            var reasons = new ArrayList<String>();
            reasons.add(text("sla.explained.start." + clock.metric().code(), moment(clock.startedAt())));
            var target = span(Duration.ofSeconds(clock.target().seconds()));
            var hours = clock.terms().calendar();
            if (clock.target().time() == Counting.BUSINESS && hours != null) {
                reasons.add(text("sla.explained.business", target));
                reasons.add(text("sla.explained.calendar", hours.name()));
            } else {
                reasons.add(text("sla.explained.around_the_clock", target));
            }
            var breaks = clock.breaks().stream()
                    .filter(pause -> pause.to() == null || !pause.spared().isZero())
                    .toList();
            breaks.stream().limit(BREAKS).forEach(pause -> reasons.add(pause(pause)));
            if (breaks.size() > BREAKS) {
                var rest = breaks.stream()
                        .skip(BREAKS)
                        .map(ClockState.Break::spared)
                        .reduce(Duration.ZERO, Duration::plus);
                reasons.add(text("sla.explained.more_breaks", span(rest)));
            }
            return reasons;
        }

        private String pause(ClockState.Break pause) {
            return pause.to() == null
                    ? text("sla.explained.break_lasts", moment(pause.from()))
                    : text("sla.explained.break", span(pause.spared()), day(pause.from()));
        }

        /** With the date where the weekday alone would leave it open. */
        private String moment(@Nullable Instant at) {
            var known = Objects.requireNonNull(at);
            return format(known, isNear(known) ? "sla.explained.pattern.near" : "sla.explained.pattern.far");
        }

        private String day(Instant at) {
            return format(at, isNear(at) ? "sla.explained.pattern.near_day" : "sla.explained.pattern.far_day");
        }

        private boolean isNear(Instant at) {
            return Duration.between(at, now).abs().toDays() < 6;
        }

        private String format(Instant at, String pattern) {
            return DateTimeFormatter.ofPattern(text(pattern), language).format(at.atZone(zone));
        }

        private String span(Duration span) {
            long minutes = span.toMinutes();
            if (minutes == 0) {
                return text("sla.explained.seconds", Long.toString(span.toSeconds()));
            }
            if (minutes < 60) {
                return text("sla.explained.minutes", Long.toString(minutes));
            }
            return minutes % 60 == 0
                    ? text("sla.explained.hours", Long.toString(minutes / 60))
                    : text("sla.explained.hours_minutes", Long.toString(minutes / 60), Long.toString(minutes % 60));
        }

        private String text(String key, Object... arguments) {
            return messages.getMessage(key, arguments, language);
        }
    }
}
