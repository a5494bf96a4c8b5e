package dev.lodge.accounts;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.problem.TooMany;
import dev.lodge.web.Html;
import dev.lodge.web.Language;
import dev.lodge.web.Theme;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /profile}: one's own name, settings, password and sessions. */
@Controller
@Requires(Permission.SELF)
class ProfilePages {

    private final Profile profile;
    private final Sessions sessions;
    private final AgentThrottle throttle;

    ProfilePages(Profile profile, Sessions sessions, AgentThrottle throttle) {
        this.profile = profile;
        this.sessions = sessions;
        this.throttle = throttle;
    }

    record ProfileForm(
            @Nullable String name,
            @Nullable String language,
            @Nullable String timeZone,
            @Nullable Theme theme,
            @Nullable Boolean shortcuts) {}

    record PasswordForm(@Nullable String current, @Nullable String password) {}

    @GetMapping("/profile")
    Html show(SignedInAgent agent) {
        return page(agent, FieldErrors.none());
    }

    @PostMapping("/profile")
    Html change(@ModelAttribute ProfileForm form, SignedInAgent agent) {
        try {
            profile.change(
                    agent.caller().agentId(),
                    new Profile.Wishes(
                            Objects.requireNonNullElse(form.name(), ""),
                            language(form.language(), agent),
                            zone(form.timeZone()),
                            Objects.requireNonNullElse(form.theme(), Theme.AUTO),
                            Boolean.TRUE.equals(form.shortcuts())));
            return Html.redirect("/profile").toast("accounts.profile.saved");
        } catch (Invalid invalid) {
            return page(agent, invalid.errors()).invalid();
        }
    }

    /** What is no choice of the form changes nothing. */
    private static Language language(@Nullable String chosen, SignedInAgent agent) {
        return chosen == null
                ? Language.nearest(agent.preferences().language())
                : Language.of(chosen).orElseThrow(() -> new Invalid("language", "accounts.profile.no_such_language"));
    }

    private static @Nullable ZoneId zone(@Nullable String chosen) {
        try {
            return chosen == null || chosen.isEmpty() ? null : ZoneId.of(chosen);
        } catch (DateTimeException unknown) {
            throw new Invalid("time_zone", "accounts.profile.no_such_zone");
        }
    }

    @PostMapping("/profile/password")
    Html changePassword(@ModelAttribute PasswordForm form, SignedInAgent agent, HttpServletRequest request) {
        String key = new EmailAddress(agent.preferences().email()).key();
        try {
            // A stolen session is not to be a way around the limit on guesses.
            throttle.count(key, Client.of(request));
            profile.changePassword(
                    agent,
                    Objects.requireNonNullElse(form.current(), ""),
                    Objects.requireNonNullElse(form.password(), ""));
            throttle.takeBack(key, Client.of(request));
            return Html.redirect("/profile").toast("accounts.password.changed");
        } catch (Invalid invalid) {
            return page(agent, invalid.errors()).invalid();
        } catch (TooMany tooMany) {
            return page(agent, FieldErrors.of("current", "accounts.password.too_many"))
                    .status(429);
        }
    }

    @PostMapping("/profile/sessions/{id}/end")
    Html endSession(@PathVariable long id, SignedInAgent agent) {
        if (!sessions.end(agent.caller().agentId(), id)) {
            throw new NotFound();
        }
        return Html.redirect("/profile").toast("accounts.session.ended");
    }

    @PostMapping("/profile/sessions/end-others")
    Html endOtherSessions(SignedInAgent agent) {
        sessions.endOthers(agent);
        return Html.redirect("/profile").toast("accounts.session.others_ended");
    }

    private Html page(SignedInAgent agent, FieldErrors errors) {
        var preferences = agent.preferences();
        String zone = profile.zone(agent.caller().agentId());
        return Html.page(
                "accounts/profile",
                new ProfileModel(
                        preferences.email(),
                        agent.caller().role(),
                        agent.caller().name(),
                        Language.nearest(preferences.language()),
                        Objects.requireNonNullElse(zone, ""),
                        preferences.theme(),
                        preferences.shortcuts(),
                        sessions.of(agent),
                        errors));
    }
}
