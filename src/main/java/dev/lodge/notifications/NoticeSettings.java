package dev.lodge.notifications;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When notices are mailed and how long they are kept.
 *
 * @param bundle how long the mail about a notice waits for others to go with it
 * @param bundleUrgent the same for service levels, where minutes count
 * @param mailWithin an act that is told later than this is not mailed any more, to agents or customers
 * @param tellWithin an act that is told later than this is history, such as an import: nobody is told
 * @param keep how long notices are kept
 */
@ConfigurationProperties("lodge.notifications")
record NoticeSettings(
        @DefaultValue("60s") Duration bundle,
        @DefaultValue("10s") Duration bundleUrgent,
        @DefaultValue("1h") Duration mailWithin,
        @DefaultValue("1d") Duration tellWithin,
        @DefaultValue("90d") Duration keep) {

    NoticeSettings {
        notNegative("bundle", bundle);
        notNegative("bundle-urgent", bundleUrgent);
        notNegative("mail-within", mailWithin);
        notNegative("tell-within", tellWithin);
        if (keep.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("lodge.notifications.keep must be at least a day.");
        }
    }

    private static void notNegative(String name, Duration duration) {
        if (duration.isNegative()) {
            throw new IllegalArgumentException("lodge.notifications.%s must not be negative.".formatted(name));
        }
    }
}
