package dev.lodge.web;

import dev.lodge.web.asset.Assets;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
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

    /** What a rendering needs besides the people: texts, who reads them, and the clock. */
    @Component
    record Surroundings(MessageSource messages, Readers readers, ObjectProvider<InstantSource> clock) {}

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
        var reader = provided == null ? null : provided.person();
        var desk = currentSite();
        return viewing(request, desk, reader, surroundings.readers().language(request, desk, reader), toast);
    }

    /** For error pages: asks nothing that could fail again. */
    Viewing plainViewing(HttpServletRequest request) {
        Site known;
        try {
            known = currentSite();
        } catch (RuntimeException alsoBroken) {
            known = Site.lodge();
        }
        return viewing(request, known, null, languageInTrouble(request, known), null);
    }

    private Language languageInTrouble(HttpServletRequest request, Site known) {
        try {
            var provided = person.getIfAvailable();
            return surroundings.readers().language(request, known, provided == null ? null : provided.person());
        } catch (RuntimeException alsoBroken) {
            return known.languages().getFirst();
        }
    }

    private Site currentSite() {
        var provided = site.getIfAvailable();
        return provided == null ? Site.lodge() : provided.site();
    }

    private Viewing viewing(
            HttpServletRequest request, Site desk, @Nullable Person reader, Language language, @Nullable Toast toast) {
        Draft draft = Draft.of(request);
        var visit = new Visit(
                () -> (CsrfToken) request.getAttribute(CsrfToken.class.getName()), Readers.address(request), draft);
        var shell = new Shell(draft == null ? desk : draft.over(desk), reader, visit, counts, assets, toast);
        return new Viewing(
                surroundings.messages(),
                language,
                reader == null ? desk.zone() : reader.zone(),
                surroundings.clock().getIfAvailable(InstantSource::system).instant(),
                shell);
    }
}
