package dev.lodge.web;

import dev.lodge.web.asset.Assets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Puts the frame of a page together from what the other modules know. */
@Component
class Shells {

    private final ObjectProvider<CurrentSite> site;
    private final ObjectProvider<CurrentPerson> person;
    private final List<RailCounts> counts;
    private final Assets assets;
    private final Surroundings surroundings;

    /** What a rendering needs besides the people: texts and the clock. */
    @Component
    record Surroundings(MessageSource messages, ObjectProvider<InstantSource> clock) {}

    Shells(
            ObjectProvider<CurrentSite> site,
            ObjectProvider<CurrentPerson> person,
            ObjectProvider<RailCounts> counts,
            Assets assets,
            Surroundings surroundings) {
        this.site = site;
        this.person = person;
        this.counts = counts.orderedStream().toList();
        this.assets = assets;
        this.surroundings = surroundings;
    }

    Viewing viewing(HttpServletRequest request, @Nullable Toast toast) {
        var provided = person.getIfAvailable();
        return viewing(request, currentSite(), provided == null ? null : provided.person(), toast);
    }

    /** For error pages: asks nothing that could fail again. */
    Viewing plainViewing(HttpServletRequest request) {
        Site known;
        try {
            known = currentSite();
        } catch (RuntimeException alsoBroken) {
            known = Site.lodge();
        }
        return viewing(request, known, null, null);
    }

    private Site currentSite() {
        var provided = site.getIfAvailable();
        return provided == null ? Site.lodge() : provided.site();
    }

    private Viewing viewing(HttpServletRequest request, Site desk, @Nullable Person reader, @Nullable Toast toast) {
        var shell = new Shell(
                desk, reader, () -> (CsrfToken) request.getAttribute(CsrfToken.class.getName()), counts, assets, toast);
        return new Viewing(
                surroundings.messages(),
                reader == null ? Locale.ENGLISH : reader.language(),
                reader == null ? desk.zone() : reader.zone(),
                surroundings.clock().getIfAvailable(InstantSource::system).instant(),
                shell);
    }
}
