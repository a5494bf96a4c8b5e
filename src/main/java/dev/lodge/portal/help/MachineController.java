package dev.lodge.portal.help;

import dev.lodge.accounts.Anyone;
import dev.lodge.knowledge.ArticleRow;
import dev.lodge.knowledge.Articles;
import dev.lodge.knowledge.Reader;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.SiteAddresses;
import dev.lodge.tenancy.Tenant;
import dev.lodge.tenancy.Tenants;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What programs read of the help center: robots.txt (RFC 9309), the site map (sitemaps.org 0.9) and the Atom feed (RFC 4287). */
@Controller
class MachineController {

    private static final Duration KEPT = Duration.ofMinutes(10);

    /** As many as one site map may hold. */
    private static final int MOST = 50_000;

    private static final int NEWEST = 30;
    private static final String OPEN = "programs that search the web read what everybody may";
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final Articles articles;
    private final SiteAddresses addresses;

    MachineController(Articles articles, SiteAddresses addresses) {
        this.articles = articles;
        this.addresses = addresses;
    }

    @GetMapping("/robots.txt")
    @Anyone(because = OPEN)
    ResponseEntity<String> robots() {
        String rules = Tenants.bound().isEmpty()
                ? "User-agent: *\nDisallow: /\n"
                : """
                  User-agent: *
                  Allow: /$
                  Allow: /help/
                  Allow: /static/
                  Allow: /attachments/
                  Disallow: /help/search
                  Disallow: /help/articles/*/feedback
                  Disallow: /help/articles/*/seen.gif
                  Disallow: /
                  Sitemap: %s/sitemap.xml
                  """.formatted(addresses.of(Tenants.current()));
        return answer(MediaType.TEXT_PLAIN, rules);
    }

    @GetMapping("/sitemap.xml")
    @Anyone(because = OPEN)
    ResponseEntity<String> siteMap() throws XMLStreamException {
        String site = addresses.of(tenant());
        return answer(MediaType.APPLICATION_XML, xml(out -> {
            out.writeStartElement("urlset");
            out.writeDefaultNamespace("http://www.sitemaps.org/schemas/sitemap/0.9");
            entry(out, site + "/", null);
            for (var listed : articles.all(Reader.visitor(), MOST - 1)) {
                entry(out, site + ArticleModel.address(listed.slug(), listed.language()), listed.updatedAt());
            }
            out.writeEndElement();
        }));
    }

    private static void entry(XMLStreamWriter out, String address, @Nullable Instant changed)
            throws XMLStreamException {
        out.writeStartElement("url");
        element(out, "loc", address);
        if (changed != null) {
            element(out, "lastmod", changed.truncatedTo(ChronoUnit.SECONDS).toString());
        }
        out.writeEndElement();
    }

    @GetMapping("/help/feed.atom")
    @Anyone(because = OPEN)
    ResponseEntity<String> feed() throws XMLStreamException {
        Tenant tenant = tenant();
        String site = addresses.of(tenant);
        List<ArticleRow> newest = articles.newest(Reader.visitor(), HelpReader.language(), NEWEST);
        return answer(MediaType.APPLICATION_ATOM_XML, xml(out -> {
            out.writeStartElement("feed");
            out.writeDefaultNamespace(ATOM);
            element(out, "id", site + "/help/feed.atom");
            element(out, "title", tenant.name());
            element(
                    out,
                    "updated",
                    (newest.isEmpty() ? tenant.createdAt() : newest.getFirst().updatedAt()).toString());
            link(out, "self", site + "/help/feed.atom");
            link(out, "alternate", site + "/");
            out.writeStartElement("author");
            element(out, "name", tenant.name());
            out.writeEndElement();
            for (ArticleRow row : newest) {
                String address = site + ArticleModel.address(row.slug(), row.language());
                out.writeStartElement("entry");
                element(out, "id", site + "/help/articles/" + row.id());
                element(out, "title", row.title());
                element(out, "updated", row.updatedAt().toString());
                link(out, "alternate", address);
                element(out, "summary", row.excerpt());
                out.writeEndElement();
            }
            out.writeEndElement();
        }));
    }

    private interface Written {
        void to(XMLStreamWriter out) throws XMLStreamException;
    }

    private static String xml(Written content) throws XMLStreamException {
        var text = new StringWriter();
        var out = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
        out.writeStartDocument("UTF-8", "1.0");
        content.to(out);
        out.writeEndDocument();
        out.close();
        return text.toString();
    }

    private static void element(XMLStreamWriter out, String name, String text) throws XMLStreamException {
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private static void link(XMLStreamWriter out, String relation, String address) throws XMLStreamException {
        out.writeEmptyElement("link");
        out.writeAttribute("rel", relation);
        out.writeAttribute("href", address);
    }

    private static ResponseEntity<String> answer(MediaType type, String body) {
        return ResponseEntity.ok()
                .contentType(new MediaType(type, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(body);
    }

    private static Tenant tenant() {
        return Tenants.bound().orElseThrow(NotFound::new);
    }
}
