package dev.lodge.knowledge;

import dev.lodge.attachments.Attachment;
import dev.lodge.web.SafeHtml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/**
 * What an article says, from the Markdown (CommonMark with tables) that its author wrote. HTML in it is shown as text. The page has the
 * title as its first heading, so the highest of the text are of the second level, whatever their author calls them. A picture that is not one of the desk's own attachments is
 * shown as a link to it: reading an article tells nobody else of it.
 *
 * @param html safe to show in a block element
 * @param contents its headings in order
 * @param plain what is read, without markup, in lines
 */
public record ArticleText(String html, List<Entry> contents, String plain) {

    private static final List<org.commonmark.Extension> EXTENSIONS =
            List.of(AutolinkExtension.create(), TablesExtension.create());

    /** Quotes and lists within each other are read so deep; beyond, what marks them is text. */
    private static final int DEEPEST = 40;

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    private static final Pattern OWN_PICTURE = Pattern.compile("/attachments/([0-9]{1,18})/[^/\\\\?#\\s]{1,600}");

    /**
     * A heading.
     *
     * @param level 2 to 6
     * @param anchor the id of its element
     */
    public record Entry(int level, String anchor, String text) {}

    /** Of Markdown, of whose pictures nothing is known. */
    public static ArticleText of(String markdown) {
        return of(markdown, Map.of());
    }

    /** @param pictures those of its files that are known, by their ids: a page leaves room for them before they arrive */
    static ArticleText of(String markdown, Map<Long, Attachment> pictures) {
        Node document = PARSER.parse(markdown);
        var highest = new Highest();
        document.accept(highest);
        var arranging = new Arranging(highest.level);
        document.accept(arranging);
        String html = SafeHtml.document(html(pictures).render(document));
        return new ArticleText(html, List.copyOf(arranging.contents), PlainText.of(document));
    }

    private static HtmlRenderer html(Map<Long, Attachment> pictures) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .escapeHtml(true)
                .attributeProviderFactory(context -> new Attributes(pictures))
                .build();
    }

    /** Names headings in the order of the text, each time alike. */
    private static final class Anchors {

        private final Set<String> taken = new HashSet<>();

        String of(Heading heading) {
            String slug = Slug.of(PlainText.of(heading), "");
            String base = "h-" + (slug.isEmpty() ? "section" : slug);
            String anchor = base;
            for (int number = 2; !taken.add(anchor); number++) {
                anchor = base + "-" + number;
            }
            return anchor;
        }
    }

    private static final class Attributes implements AttributeProvider {

        private final Map<Long, Attachment> pictures;
        private final Anchors anchors = new Anchors();

        Attributes(Map<Long, Attachment> pictures) {
            this.pictures = pictures;
        }

        @Override
        public void setAttributes(Node node, String tag, Map<String, String> attributes) {
            if (node instanceof Heading heading) {
                attributes.put("id", anchors.of(heading));
            } else if (node instanceof Image image) {
                attributes.put("loading", "lazy");
                Attachment picture = picture(image);
                if (picture != null && picture.isPicture()) {
                    attributes.put("width", String.valueOf(picture.width()));
                    attributes.put("height", String.valueOf(picture.height()));
                }
            }
        }

        private @Nullable Attachment picture(Image image) {
            var own = OWN_PICTURE.matcher(image.getDestination());
            return own.matches() ? pictures.get(Long.valueOf(own.group(1))) : null;
        }
    }

    /** The level of the highest headings there are. */
    private static final class Highest extends AbstractVisitor {

        private int level = 6;

        @Override
        public void visit(Heading heading) {
            level = Math.min(level, heading.getLevel());
        }
    }

    /** Brings headings to the levels that a page has below its title and names them, and makes links of pictures from elsewhere. */
    private static final class Arranging extends AbstractVisitor {

        private final int highest;
        private final List<Entry> contents = new ArrayList<>();
        private int last = 1;
        private final Anchors anchors = new Anchors();

        Arranging(int highest) {
            this.highest = highest;
        }

        @Override
        public void visit(Heading heading) {
            // One that skips a level stands where it would if it did not.
            last = Math.clamp(heading.getLevel() - highest + 2, 2, Math.min(6, last + 1));
            heading.setLevel(last);
            String anchor = anchors.of(heading);
            String text = PlainText.of(heading);
            if (!text.isBlank()) {
                contents.add(new Entry(heading.getLevel(), anchor, text));
            }
            visitChildren(heading);
        }

        @Override
        public void visit(Image image) {
            visitChildren(image);
            if (!OWN_PICTURE.matcher(image.getDestination()).matches()) {
                var link = new Link(image.getDestination(), image.getTitle());
                boolean named = image.getFirstChild() != null;
                replace(image, link);
                if (!named) {
                    link.appendChild(new Text(image.getDestination()));
                }
            }
        }

        private static void replace(Node old, Node young) {
            Node child = old.getFirstChild();
            while (child != null) {
                Node next = child.getNext();
                young.appendChild(child);
                child = next;
            }
            old.insertAfter(young);
            old.unlink();
        }
    }

    /** The first sentences, for lists and for those who link here. @param longest characters, at least 2 */
    public static String excerpt(String plain, int longest) {
        String line = plain.replaceAll("\\s+", " ").strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = line.lastIndexOf(' ', longest - 1);
        int cut = end > longest / 2 ? end : longest - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(cut - 1)) ? cut - 1 : cut) + "…";
    }

    /** The title, tags and headings in lower case and without accents: what an unfinished or mistyped word is looked up in. */
    static String words(String title, List<String> tags, List<Entry> contents) {
        var words = new StringBuilder(title).append('\n').append(String.join(" ", tags));
        for (Entry entry : contents) {
            if (words.length() > 2_000) {
                break;
            }
            words.append('\n').append(entry.text());
        }
        return bare(words);
    }

    /** As the words that are looked up are kept. */
    static String bare(CharSequence text) {
        return Slug.withoutAccents(text).toLowerCase(Locale.ROOT);
    }
}
