package dev.lodge.notifications;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.problem.FieldErrors;
import dev.lodge.web.api.IfMatch;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the caller wants to be told, over HTTP. */
@RestController
@RequestMapping("/api/me/notifications/preferences")
class NotificationPreferenceController {

    private final Preferences preferences;

    NotificationPreferenceController(Preferences preferences) {
        this.preferences = preferences;
    }

    record Ways(@Nullable Boolean inApp, @Nullable Boolean byMail) {

        static Ways of(Channels channels) {
            return new Ways(channels.inApp(), channels.byMail());
        }
    }

    record NotificationPreferences(
            @Nullable Ways mentioned,
            @Nullable Ways assigned,
            @Nullable Ways customerReplied,
            @Nullable Ways slaBreached,
            @Nullable Ways slaWarning,
            @Nullable Ways newInTeam) {

        static NotificationPreferences of(Wishes wishes) {
            return new NotificationPreferences(
                    Ways.of(wishes.about(NoticeKind.MENTIONED)),
                    Ways.of(wishes.about(NoticeKind.ASSIGNED)),
                    Ways.of(wishes.about(NoticeKind.CUSTOMER_REPLIED)),
                    Ways.of(wishes.about(NoticeKind.SLA_BREACHED)),
                    Ways.of(wishes.about(NoticeKind.SLA_WARNING)),
                    Ways.of(wishes.about(NoticeKind.NEW_IN_TEAM)));
        }

        private @Nullable Ways about(NoticeKind kind) {
            return switch (kind) {
                case MENTIONED -> mentioned;
                case ASSIGNED -> assigned;
                case CUSTOMER_REPLIED -> customerReplied;
                case SLA_BREACHED -> slaBreached;
                case SLA_WARNING -> slaWarning;
                case NEW_IN_TEAM -> newInTeam;
            };
        }

        /** @throws dev.lodge.problem.Invalid naming each kind about which it does not say both */
        Wishes wishes() {
            var errors = FieldErrors.none();
            for (var kind : NoticeKind.values()) {
                var ways = about(kind);
                if (ways == null) {
                    errors = errors.and(kind.code(), "web.invalid.missing");
                } else if (ways.inApp() == null) {
                    errors = errors.and(kind.code() + ".in_app", "web.invalid.missing");
                } else if (ways.byMail() == null) {
                    errors = errors.and(kind.code() + ".by_mail", "web.invalid.missing");
                }
            }
            errors.throwIfAny();
            return Wishes.of(kind -> {
                var ways = about(kind);
                return ways == null
                        ? kind.usual()
                        : new Channels(Boolean.TRUE.equals(ways.inApp()), Boolean.TRUE.equals(ways.byMail()));
            });
        }
    }

    @GetMapping
    @Requires(Permission.TICKET_READ)
    ResponseEntity<NotificationPreferences> show(Caller caller) {
        return answer(preferences.of(caller.agentId()));
    }

    @PutMapping
    @Requires(Permission.NOTIFICATIONS)
    ResponseEntity<NotificationPreferences> replace(
            Caller caller, @RequestBody NotificationPreferences body, IfMatch match) {
        return answer(preferences.save(caller.agentId(), body.wishes(), match));
    }

    private static ResponseEntity<NotificationPreferences> answer(Preferences.Chosen chosen) {
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(chosen.version()))
                .body(NotificationPreferences.of(chosen.wishes()));
    }
}
