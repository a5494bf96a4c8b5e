package dev.lodge.accounts;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long credentials last and how many guesses are free.
 *
 * @param sessionIdle a session ends when it was not used for so long
 * @param sessionLongest and in any case after so long
 * @param invitation how long an invitation can be accepted
 * @param passwordReset how long a reset link works
 * @param apiToken how long an API token lasts if nothing else is asked for
 * @param apiTokenLongest the longest that can be asked for
 * @param attemptsPerAccount sign-ins tried with one address before it is locked
 * @param attemptsPerClient sign-ins tried from one client before it is locked; an office shares one
 * @param attemptsWithin attempts older than that are forgotten
 * @param lockedFor how long a lock lasts
 */
@ConfigurationProperties("lodge.sign-in")
public record SignInSettings(
        @DefaultValue("14d") Duration sessionIdle,
        @DefaultValue("60d") Duration sessionLongest,
        @DefaultValue("7d") Duration invitation,
        @DefaultValue("1h") Duration passwordReset,
        @DefaultValue("30d") Duration apiToken,
        @DefaultValue("365d") Duration apiTokenLongest,
        @DefaultValue("10") int attemptsPerAccount,
        @DefaultValue("100") int attemptsPerClient,
        @DefaultValue("15m") Duration attemptsWithin,
        @DefaultValue("15m") Duration lockedFor) {

    public SignInSettings {
        positive("session-idle", sessionIdle);
        positive("session-longest", sessionLongest);
        positive("invitation", invitation);
        positive("password-reset", passwordReset);
        positive("api-token", apiToken);
        positive("api-token-longest", apiTokenLongest);
        positive("attempts-within", attemptsWithin);
        positive("locked-for", lockedFor);
        if (attemptsPerAccount < 1 || attemptsPerClient < 1) {
            throw new IllegalArgumentException("lodge.sign-in.attempts-per-account and -per-client are at least 1.");
        }
    }

    private static void positive(String name, Duration duration) {
        if (!duration.isPositive()) {
            throw new IllegalArgumentException("lodge.sign-in.%s must be longer than nothing.".formatted(name));
        }
    }
}
