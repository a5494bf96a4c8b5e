package dev.lodge.knowledge;

import static dev.lodge.schema.tenant.Tables.ARTICLE;

import dev.lodge.accounts.SignedIn;
import dev.lodge.attachments.Attachment;
import dev.lodge.attachments.AttachmentHolder;
import dev.lodge.attachments.Attachments;
import dev.lodge.attachments.Holder;
import dev.lodge.attachments.Uploader;
import dev.lodge.tenancy.TenantDatabase;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The files that articles show. An article holds what its author brought and its text names, also when the text no longer does, because
 * its versions may; what another article holds it shows without holding it. Who may read an article in any of its languages may see
 * its pictures.
 */
@Component
class ArticlePictures implements AttachmentHolder {

    private static final String SUBJECT = "article";
    private static final Pattern NAMED = Pattern.compile("/attachments/([0-9]{1,18})/");

    private final TenantDatabase database;
    private final Attachments attachments;
    private final InstantSource clock;

    ArticlePictures(TenantDatabase database, Attachments attachments, InstantSource clock) {
        this.database = database;
        this.attachments = attachments;
        this.clock = clock;
    }

    /** Within the transaction that writes the text. */
    void hold(long article, String body, @Nullable Long author) {
        Set<Long> named = NAMED.matcher(body)
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .limit(Attachments.MOST_AT_ONCE)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (author == null || named.isEmpty()) {
            return;
        }
        var uploader = new Uploader.Agent(author);
        var waiting = attachments.waiting(uploader, named).stream()
                .map(Attachment::id)
                .toList();
        attachments.claim(uploader, waiting, new Holder(SUBJECT, article));
    }

    void release(long article) {
        attachments.release(new Holder(SUBJECT, article));
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public boolean mayRead(@Nullable SignedIn who, long article) {
        var held = ARTICLE.as("held");
        return database.sql()
                .fetchExists(DSL.selectOne()
                        .from(ARTICLE)
                        .where(ARTICLE.FAMILY_ID.eq(
                                DSL.select(held.FAMILY_ID).from(held).where(held.ID.eq(article))))
                        .and(Reader.of(who).sees(clock.instant())));
    }
}
