package dev.lodge.branding;

import dev.lodge.attachments.FileKind;
import dev.lodge.attachments.Picture;
import dev.lodge.attachments.Size;
import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.Brands;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A picture that somebody uploaded: one of the formats that browsers show and that cannot hold a script, and of bounded size. */
final class LogoFile {

    static final int LONGEST_SIDE = 2_048;

    private LogoFile() {}

    /** @throws Invalid naming the field {@code logo} */
    static Brands.Logo of(byte[] bytes) {
        if (bytes.length > Brands.LARGEST_LOGO) {
            throw new Invalid("logo", "branding.invalid.logo_size", new Size(Brands.LARGEST_LOGO));
        }
        var kind = FileKind.of(Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.TELLING)));
        if (!kind.isPicture()) {
            throw new Invalid(
                    "logo", looksLikeSvg(bytes) ? "branding.invalid.logo_svg" : "branding.invalid.logo_format");
        }
        var picture = picture(bytes).orElseThrow(() -> new Invalid("logo", "branding.invalid.logo_broken"));
        if (picture.width() > LONGEST_SIDE || picture.height() > LONGEST_SIDE) {
            throw new Invalid("logo", "branding.invalid.logo_dimensions", LONGEST_SIDE);
        }
        return new Brands.Logo(bytes, kind.mediaType(""));
    }

    private static Optional<Picture> picture(byte[] bytes) {
        try {
            return Picture.of(new ByteArrayInputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static boolean looksLikeSvg(byte[] bytes) {
        var beginning = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.UTF_8);
        return beginning.contains("<svg") || beginning.stripLeading().startsWith("<?xml");
    }
}
