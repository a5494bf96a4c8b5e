package dev.lodge.email;

import static dev.lodge.schema.tenant.Tables.MAIL_TEMPLATE;

import dev.lodge.problem.Invalid;
import dev.lodge.problem.StaleVersion;
import dev.lodge.tenancy.TenantDatabase;
import dev.lodge.web.Language;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the mails of the tenant in force say. */
@Component
class MailTemplates {

    private static final Logger log = LoggerFactory.getLogger(MailTemplates.class);

    private final TenantDatabase database;
    private final InstantSource clock;

    MailTemplates(TenantDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A template as it stands.
     *
     * @param version of the tenant's own text; 0 while it has none
     */
    record Stored(WrittenTemplate written, long version) {

        boolean isOwn() {
            return version > 0;
        }
    }

    /** A template and the language it is written in. */
    record InForce(MailTemplate template, Locale language) {}

    /** What a mail of the kind says in the language: the tenant's own words or else Lodge's, in English where there are none. */
    InForce inForce(MailKind kind, Locale language) {
        return readable(kind, language.getLanguage())
                .map(template -> new InForce(template, language))
                .or(() -> readable(kind, Language.ENGLISH.tag()).map(template -> new InForce(template, Locale.ENGLISH)))
                .orElseThrow(() -> missing(kind));
    }

    private Optional<MailTemplate> readable(MailKind kind, String language) {
        return own(kind, language)
                .flatMap(own -> readable(kind, own))
                .or(() -> DefaultTemplates.find(kind, language).map(written -> MailTemplate.of(kind, written)));
    }

    /** Own words are checked when they are written; a later release may know other placeholders, and mail goes out all the same. */
    private static Optional<MailTemplate> readable(MailKind kind, Stored own) {
        try {
            return Optional.of(MailTemplate.of(kind, own.written()));
        } catch (Invalid mistakes) {
            log.error("The desk's own words of {} mails have mistakes; Lodge's are sent", kind.name(), mistakes);
            return Optional.empty();
        }
    }

    /** What a mail of the kind says in one language. A tenant's own words replace Lodge's in the language they are written in. */
    Stored stored(MailKind kind, Language language) {
        return own(kind, language.tag()).orElseGet(() -> new Stored(original(kind, language), 0));
    }

    /** What Lodge would say. */
    private static WrittenTemplate original(MailKind kind, Language language) {
        return DefaultTemplates.find(kind, language.tag())
                .or(() -> DefaultTemplates.find(kind, Language.ENGLISH.tag()))
                .orElseThrow(() -> missing(kind));
    }

    private static IllegalStateException missing(MailKind kind) {
        return new IllegalStateException("mail/%s_en.md is missing".formatted(kind.name()));
    }

    /** The names of the kinds for which the tenant has words of its own. */
    Set<String> owned() {
        return database.sql()
                .selectDistinct(MAIL_TEMPLATE.KIND)
                .from(MAIL_TEMPLATE)
                .fetchSet(MAIL_TEMPLATE.KIND);
    }

    /**
     * Gives the tenant words of its own, already checked.
     *
     * @param seen the version that the change was made on, 0 for none
     * @throws StaleVersion when somebody changed them meanwhile
     */
    void write(MailKind kind, Language language, WrittenTemplate template, long seen) {
        int changed = seen == 0
                ? database.sql()
                        .insertInto(MAIL_TEMPLATE)
                        .set(MAIL_TEMPLATE.KIND, kind.name())
                        .set(MAIL_TEMPLATE.LANGUAGE, language.tag())
                        .set(MAIL_TEMPLATE.SUBJECT, template.subject())
                        .set(MAIL_TEMPLATE.BODY, template.body())
                        .set(MAIL_TEMPLATE.UPDATED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                : database.sql()
                        .update(MAIL_TEMPLATE)
                        .set(MAIL_TEMPLATE.SUBJECT, template.subject())
                        .set(MAIL_TEMPLATE.BODY, template.body())
                        .set(MAIL_TEMPLATE.UPDATED_AT, clock.instant())
                        .set(MAIL_TEMPLATE.VERSION, MAIL_TEMPLATE.VERSION.plus(1))
                        .where(
                                MAIL_TEMPLATE.KIND.eq(kind.name()),
                                MAIL_TEMPLATE.LANGUAGE.eq(language.tag()),
                                MAIL_TEMPLATE.VERSION.eq(seen))
                        .execute();
        StaleVersion.unless(changed > 0);
    }

    /** Goes back to Lodge's words. */
    void reset(MailKind kind, Language language) {
        database.sql()
                .deleteFrom(MAIL_TEMPLATE)
                .where(MAIL_TEMPLATE.KIND.eq(kind.name()), MAIL_TEMPLATE.LANGUAGE.eq(language.tag()))
                .execute();
    }

    private Optional<Stored> own(MailKind kind, String language) {
        return database.sql()
                .selectFrom(MAIL_TEMPLATE)
                .where(MAIL_TEMPLATE.KIND.eq(kind.name()), MAIL_TEMPLATE.LANGUAGE.eq(language))
                .fetchOptional(
                        row -> new Stored(new WrittenTemplate(row.getSubject(), row.getBody()), row.getVersion()));
    }
}
