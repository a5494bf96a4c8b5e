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
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The files that articles show. They are held by an article in all its languages, so that its translations show the same ones, until it
 * is there in none; and also when the text no longer names them, because its versions do. What another article holds is shown without
 * being held.
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

    /** Takes what the author brought for this text. Within the transaction that writes it. */
    void hold(long article, String body, @Nullable Long author) {
        Set<Long> named = named(body);
        if (author == null || named.isEmpty()) {
            return;
        }
        var by = new Uploader.Agent(author);
        var waiting =
                attachments.waiting(by, named).stream().map(Attachment::id).toList();
        var holder = holder(article);
        for (int from = 0; from < waiting.size(); from += Attachments.MOST_AT_ONCE) {
            int to = Math.min(from + Attachments.MOST_AT_ONCE, waiting.size());
            attachments.claim(by, waiting.subList(from, to), holder);
        }
    }

    /** What is known of the files that a text names, of those that articles hold; by their ids. */
    Map<Long, Attachment> known(String body) {
        return attachments.heldBy(SUBJECT, named(body));
    }

    private static Set<Long> named(String body) {
        return NAMED.matcher(body)
                .results()
                .map(found -> Long.valueOf(found.group(1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The article is about to be deleted, by whoever has locked it in all its languages. */
    void release(long article) {
        var holder = holder(article);
        if (database.sql().fetchCount(ARTICLE, ARTICLE.FAMILY_ID.eq(holder.id())) == 1) {
            attachments.release(holder);
        }
    }

    private Holder holder(long article) {
        long family = database.sql()
                .select(ARTICLE.FAMILY_ID)
                .from(ARTICLE)
                .where(ARTICLE.ID.eq(article))
                .fetchSingle(ARTICLE.FAMILY_ID);
        return new Holder(SUBJECT, family);
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    /** Whoever may read the article in any of its languages. */
    @Override
    public boolean mayRead(@Nullable SignedIn who, long family) {
        return database.sql()
                .fetchExists(
                        ARTICLE, ARTICLE.FAMILY_ID.eq(family), Reader.of(who).sees(clock.instant()));
    }
}
