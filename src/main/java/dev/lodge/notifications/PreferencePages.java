package dev.lodge.notifications;

import dev.lodge.accounts.Caller;
import dev.lodge.accounts.Permission;
import dev.lodge.accounts.Requires;
import dev.lodge.web.Html;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** {@code /profile/notifications}: what one wants to be told, and how. */
@Controller
@Requires(Permission.SELF)
class PreferencePages {

    private final Preferences preferences;

    PreferencePages(Preferences preferences) {
        this.preferences = preferences;
    }

    /** The boxes that were ticked, for each way. */
    record PreferenceForm(
            @Nullable List<NoticeKind> inApp, @Nullable List<NoticeKind> byMail) {

        Wishes wishes() {
            return Wishes.of(kind -> new Channels(has(inApp, kind), has(byMail, kind)));
        }

        private static boolean has(@Nullable List<NoticeKind> ticked, NoticeKind kind) {
            return ticked != null && ticked.contains(kind);
        }
    }

    @GetMapping("/profile/notifications")
    Html show(Caller caller) {
        return Html.page(
                "notifications/preferences",
                new PreferencePage(preferences.of(caller.agentId()).wishes()));
    }

    @PostMapping("/profile/notifications")
    Html save(@ModelAttribute PreferenceForm form, Caller caller) {
        preferences.save(caller.agentId(), form.wishes(), any -> true);
        return Html.redirect("/profile/notifications").toast("notifications.preferences.saved");
    }
}
