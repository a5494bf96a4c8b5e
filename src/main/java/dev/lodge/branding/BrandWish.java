package dev.lodge.branding;

import dev.lodge.accounts.EmailAddress;
import dev.lodge.problem.FieldErrors;
import dev.lodge.tenancy.BrandLink;
import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Brands;
import dev.lodge.tenancy.Frontage;
import dev.lodge.tenancy.HomeBlock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A brand as somebody wants it, by the page or over HTTP, still to be checked. What is missing is empty, the name and the colour
 * excepted.
 *
 * @param accent {@code #rrggbb}
 * @param headerLinks up to six
 * @param homeBlocks words of {@link HomeBlock}, in order
 */
record BrandWish(
        @Nullable String name,
        @Nullable String accent,
        @Nullable String supportAddress,
        @Nullable String welcomeTitle,
        @Nullable String welcomeLead,
        @Nullable String footer,
        @Nullable List<LinkWish> headerLinks,
        @Nullable List<String> homeBlocks) {

    private static final int LONGEST_NAME = 120;
    private static final Pattern COLOUR = Pattern.compile("#?[0-9a-fA-F]{6}");

    /** A link in the head of the help center's pages. */
    record LinkWish(@Nullable String label, @Nullable String address) {

        BrandLink link() {
            return new BrandLink(text(label).strip(), text(address).strip());
        }
    }

    static boolean isColour(String written) {
        return COLOUR.matcher(written).matches();
    }

    /** What is wrong; a link's finding is at {@code header_links[2]}, counted from 0. */
    FieldErrors check() {
        var errors = FieldErrors.none();
        String called = text(name).strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME || hasControls(called)) {
            errors = errors.and("name", "branding.invalid.name", LONGEST_NAME);
        }
        if (!isColour(text(accent).strip())) {
            errors = errors.and("accent", "branding.invalid.accent");
        }
        if (!text(supportAddress).isBlank()
                && EmailAddress.of(text(supportAddress)).isEmpty()) {
            errors = errors.and("support_address", "branding.invalid.address");
        }
        return errors.and(checkTexts()).and(checkLinks()).and(checkBlocks());
    }

    private FieldErrors checkTexts() {
        var errors = FieldErrors.none();
        String title = text(welcomeTitle).strip();
        if (title.length() > Frontage.LONGEST_TITLE || hasControls(title)) {
            errors = errors.and("welcome_title", "branding.invalid.line", Frontage.LONGEST_TITLE);
        }
        String lead = text(welcomeLead).strip();
        if (lead.length() > Frontage.LONGEST_LEAD || hasControls(lead)) {
            errors = errors.and("welcome_lead", "branding.invalid.line", Frontage.LONGEST_LEAD);
        }
        String below = lines(footer);
        if (below.length() > Frontage.LONGEST_FOOTER || hasControls(below.replace("\n", ""))) {
            errors = errors.and("footer", "branding.invalid.footer", Frontage.LONGEST_FOOTER);
        }
        return errors;
    }

    private FieldErrors checkLinks() {
        var errors = FieldErrors.none();
        List<LinkWish> all = links();
        if (all.size() > BrandLink.MOST) {
            errors = errors.and("header_links", "branding.invalid.links", BrandLink.MOST);
        }
        for (int i = 0; i < all.size(); i++) {
            LinkWish link = all.get(i);
            String field = "header_links[%d]".formatted(i);
            if (!BrandLink.isLabel(text(link.label()).strip())) {
                errors = errors.and(field, "branding.invalid.link_label", BrandLink.LONGEST_LABEL);
            }
            if (!BrandLink.isAddress(text(link.address()).strip())) {
                errors = errors.and(field, "branding.invalid.link_address");
            }
        }
        return errors;
    }

    private FieldErrors checkBlocks() {
        List<String> words = homeBlocks == null ? List.of() : homeBlocks;
        var errors = FieldErrors.none();
        if (words.stream().anyMatch(word -> HomeBlock.of(text(word)).isEmpty())) {
            errors = errors.and("home_blocks", "branding.invalid.block");
        }
        if (words.stream().distinct().count() < words.size()) {
            errors = errors.and("home_blocks", "branding.invalid.block_twice");
        }
        return errors;
    }

    /** What it comes to; only for one in which nothing is wrong. */
    Brands.Wish with(Map<BrandPicture, Optional<Brands.Logo>> pictures) {
        return new Brands.Wish(text(name).strip(), colour(), address(), frontage(), pictures);
    }

    private String colour() {
        String written = text(accent).strip().toLowerCase(Locale.ROOT);
        return written.startsWith("#") ? written : "#" + written;
    }

    private @Nullable String address() {
        return EmailAddress.of(text(supportAddress)).map(EmailAddress::value).orElse(null);
    }

    private Frontage frontage() {
        return new Frontage(
                text(welcomeTitle).strip(),
                text(welcomeLead).strip(),
                (homeBlocks == null ? List.<String>of() : homeBlocks)
                        .stream().flatMap(word -> HomeBlock.of(word).stream()).toList(),
                links().stream().map(LinkWish::link).toList(),
                lines(footer));
    }

    /** A null in the list is a link with nothing in it. */
    private List<LinkWish> links() {
        return (headerLinks == null ? List.<LinkWish>of() : headerLinks)
                .stream()
                        .map(link -> Objects.requireNonNullElse(link, new LinkWish(null, null)))
                        .toList();
    }

    /** Browsers send lines with a carriage return. */
    static String lines(@Nullable String written) {
        return text(written).replace("\r\n", "\n").strip();
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(Character::isISOControl);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
