package dev.lodge.tickets.page;

import dev.lodge.problem.Message;
import dev.lodge.web.Text;
import dev.lodge.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of the bundles whose values stand out when it is shown. It is taken apart into {@link Piece}s, so that neither the texts nor
 * the values ever hold HTML.
 */
public final class Sentence {

    /** Stands for a value while the pattern is filled in: a private-use character that begins the value's index. */
    private static final char MARK = '\uE000';

    private final String key;
    private final List<Object> values;

    /**
     * One stretch of text.
     *
     * @param strong whether it is a value
     * @param address where it leads, or null
     */
    public record Piece(
            String text, boolean strong, @Nullable String address) {}

    /** A value that leads somewhere. */
    record Link(String text, String address) {}

    private Sentence(String key, List<Object> values) {
        this.key = key;
        this.values = values;
    }

    /** @param values sentences, links, messages, moments, texts; integers only choose among forms of the text */
    static Sentence of(String key, Object... values) {
        return new Sentence(key, List.of(values));
    }

    /** Several as one: {@code a, b and c}. */
    static Sentence listing(List<Sentence> all) {
        var sofar = all.getFirst();
        for (int i = 1; i < all.size(); i++) {
            sofar = of(i == all.size() - 1 ? "ticketpage.list.last" : "ticketpage.list.more", sofar, all.get(i));
        }
        return sofar;
    }

    /** Only while a page is rendered. */
    public List<Piece> pieces() {
        var marked = new Object[values.size()];
        Arrays.setAll(marked, i -> values.get(i) instanceof Integer count ? count : MARK + Character.toString('0' + i));
        var pieces = new ArrayList<Piece>();
        var parts = Text.text(key, marked).split(Character.toString(MARK), -1);
        plain(parts[0], pieces);
        for (int i = 1; i < parts.length; i++) {
            pieces.addAll(shown(values.get(parts[i].charAt(0) - '0')));
            plain(parts[i].substring(1), pieces);
        }
        return pieces;
    }

    private static void plain(String text, List<Piece> pieces) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, false, null));
        }
    }

    private static List<Piece> shown(Object value) {
        return switch (value) {
            case Sentence sentence -> sentence.pieces();
            case Link link -> List.of(new Piece(link.text(), true, link.address()));
            case Message message -> List.of(new Piece(Text.text(message), true, null));
            case Instant moment -> List.of(new Piece(Times.moment(moment), true, null));
            default -> List.of(new Piece(value.toString(), true, null));
        };
    }
}
