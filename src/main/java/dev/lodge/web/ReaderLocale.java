package dev.lodge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** Tells Spring MVC, and so validation and {@code LocaleContextHolder}, which language the answer is in. */
@Component("localeResolver")
class ReaderLocale implements LocaleResolver {

    private final Readers readers;
    private final ObjectProvider<CurrentSite> site;
    private final ObjectProvider<CurrentPerson> person;

    ReaderLocale(Readers readers, ObjectProvider<CurrentSite> site, ObjectProvider<CurrentPerson> person) {
        this.readers = readers;
        this.site = site;
        this.person = person;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            return Readers.ofProgram(request).locale();
        }
        var desk = site.getIfAvailable();
        var reader = person.getIfAvailable();
        return readers.language(
                        request, desk == null ? Site.lodge() : desk.site(), reader == null ? null : reader.person())
                .locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language follows from who reads.");
    }
}
