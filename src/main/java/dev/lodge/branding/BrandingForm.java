package dev.lodge.branding;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.branding.BrandWish.LinkWish;
import dev.lodge.problem.FieldErrors;
import dev.lodge.tenancy.BrandLink;
import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Branding;
import dev.lodge.tenancy.Frontage;
import dev.lodge.tenancy.HomeBlock;
import dev.lodge.tenancy.Tenant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * The brand as it is being edited.
 *
 * @param identity name, colour and address
 * @param texts what is said in the help center
 * @param links as many lines as there can be links
 * @param blocks a word for each place of the first page; empty for nothing there
 * @param removed pictures that go
 * @param version of the brand that was on the page
 */
public record BrandingForm(
        Identity identity,
        Texts texts,
        List<LinkLine> links,
        List<String> blocks,
        Set<BrandPicture> removed,
        long version) {

    /**
     * @param accent what the picker says
     * @param accentText what is written beside it; if it was changed it counts, so that the two work without a script
     */
    public record Identity(String name, String accent, String accentText, String supportAddress) {}

    /** What is said around the articles. */
    public record Texts(String title, String lead, String footer) {}

    /** One line of the links. */
    public record LinkLine(String label, String address) {

        boolean isEmpty() {
            return label.isBlank() && address.isBlank();
        }
    }

    static BrandingForm of(Tenant tenant) {
        Branding branding = tenant.branding();
        Frontage front = branding.frontage();
        var lines = new ArrayList<LinkLine>();
        front.links().forEach(link -> lines.add(new LinkLine(link.label(), link.address())));
        return new BrandingForm(
                new Identity(
                        tenant.name(),
                        branding.accent(),
                        branding.accent(),
                        Objects.requireNonNullElse(branding.supportAddress(), "")),
                new Texts(front.title(), front.lead(), front.footer()),
                filled(lines, BrandLink.MOST, new LinkLine("", "")),
                filled(
                        new ArrayList<>(
                                front.blocks().stream().map(HomeBlock::word).toList()),
                        HomeBlock.values().length,
                        ""),
                EnumSet.noneOf(BrandPicture.class),
                branding.version());
    }

    static BrandingForm read(MultiValueMap<String, String> sent) {
        var removed = EnumSet.noneOf(BrandPicture.class);
        for (BrandPicture picture : BrandPicture.values()) {
            if ("true".equals(sent.getFirst("remove_" + picture.word()))) {
                removed.add(picture);
            }
        }
        return new BrandingForm(
                new Identity(
                        first(sent, "name"),
                        first(sent, "accent"),
                        first(sent, "accent_text"),
                        first(sent, "support_address")),
                new Texts(first(sent, "welcome_title"), first(sent, "welcome_lead"), first(sent, "footer")),
                IntStream.range(0, BrandLink.MOST)
                        .mapToObj(i -> new LinkLine(at(sent, "link_label", i), at(sent, "link_address", i)))
                        .toList(),
                IntStream.range(0, HomeBlock.values().length)
                        .mapToObj(i -> at(sent, "blocks", i))
                        .toList(),
                removed,
                version(first(sent, "version")));
    }

    BrandingForm onVersion(long current) {
        return new BrandingForm(identity, texts, links, blocks, removed, current);
    }

    /** What is wrong, at the names that the fields have in the form. */
    FieldErrors check(Branding now) {
        var names = new HashMap<String, String>(Map.of("accent", "accent_text"));
        int filled = 0;
        for (int line = 0; line < links.size(); line++) {
            if (!links.get(line).isEmpty()) {
                names.put("header_links[%d]".formatted(filled++), "header_links[%d]".formatted(line));
            }
        }
        var errors = FieldErrors.none();
        for (var entry : wish(now).check().entries()) {
            errors = errors.and(names.getOrDefault(entry.field(), entry.field()), entry.message());
        }
        return errors;
    }

    BrandWish wish(Branding now) {
        return new BrandWish(
                identity.name(),
                chosen(now),
                identity.supportAddress(),
                texts.title(),
                texts.lead(),
                texts.footer(),
                links.stream()
                        .filter(line -> !line.isEmpty())
                        .map(line -> new LinkWish(line.label(), line.address()))
                        .toList(),
                blocks.stream().filter(word -> !word.isEmpty()).toList());
    }

    /**
     * The tenant as it will look; where something is wrong, it is as now.
     *
     * @param brought pictures that came with the form
     */
    Tenant tried(Tenant now, Set<BrandPicture> brought) {
        Branding brand = now.branding();
        Frontage front = brand.frontage();
        var errors = check(brand);
        var pictures = new HashSet<>(brand.pictures());
        pictures.removeAll(removed);
        pictures.addAll(brought);
        var tried = new Frontage(
                errors.has("welcome_title") ? front.title() : texts.title().strip(),
                errors.has("welcome_lead") ? front.lead() : texts.lead().strip(),
                shownBlocks(),
                shownLinks(),
                errors.has("footer") ? front.footer() : BrandWish.lines(texts.footer()));
        return now.branded(
                errors.has("name") ? now.name() : cleanName(),
                new Branding(
                        colour(brand),
                        errors.has("support_address") ? brand.supportAddress() : supportAddress(),
                        pictures,
                        tried,
                        brand.version()));
    }

    private @Nullable String supportAddress() {
        return EmailAddress.of(identity.supportAddress())
                .map(EmailAddress::value)
                .orElse(null);
    }

    public String cleanName() {
        return identity.name().strip();
    }

    /** The colour that is meant, {@code #rrggbb}; the present one while what is written is none. */
    public String colour(Branding now) {
        String chosen = chosen(now);
        if (!BrandWish.isColour(chosen)) {
            return now.accent();
        }
        return chosen.startsWith("#") ? chosen : "#" + chosen;
    }

    /** The links that can be shown. */
    public List<BrandLink> shownLinks() {
        return links.stream()
                .filter(line -> BrandLink.isLabel(line.label().strip())
                        && BrandLink.isAddress(line.address().strip()))
                .map(line -> new BrandLink(line.label().strip(), line.address().strip()))
                .toList();
    }

    /** The blocks that were chosen, in order. */
    public List<HomeBlock> shownBlocks() {
        return blocks.stream()
                .map(HomeBlock::of)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private String chosen(Branding now) {
        String written = identity.accentText().strip().toLowerCase(Locale.ROOT);
        String picked = identity.accent().strip().toLowerCase(Locale.ROOT);
        return written.isEmpty() || written.equals(now.accent()) && !picked.isEmpty() ? picked : written;
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        return text(sent.getFirst(name));
    }

    private static String at(MultiValueMap<String, String> sent, String name, int place) {
        List<String> values = sent.getOrDefault(name, List.of());
        return place < values.size() ? text(values.get(place)) : "";
    }

    private static long version(String written) {
        try {
            return Long.parseLong(written);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static <T> List<T> filled(List<T> some, int size, T rest) {
        while (some.size() < size) {
            some.add(rest);
        }
        return List.copyOf(some);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
