package dev.lodge.branding;

import dev.lodge.attachments.FileKind;
import dev.lodge.attachments.Picture;
import dev.lodge.attachments.Size;
import dev.lodge.attachments.Thumbnails;
import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.Brands;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The picture behind the search, made anew: no larger than screens are wide, light enough for a first page, and without what cameras
 * write into their files.
 */
final class HeroFile {

    /** In pixels. */
    static final int LONGEST_SIDE = 1_920;

    private HeroFile() {}

    /** @throws Invalid naming the field {@code logo}, as {@link LogoFile} does */
    static Brands.Logo of(byte[] bytes) {
        if (bytes.length > Brands.LARGEST_HERO) {
            throw new Invalid("logo", "branding.invalid.logo_size", new Size(Brands.LARGEST_HERO));
        }
        try {
            var picture = Picture.of(new ByteArrayInputStream(bytes))
                    .filter(found -> found.kind() == FileKind.PNG || found.kind() == FileKind.JPEG)
                    .orElseThrow(() -> new Invalid("logo", "branding.invalid.hero_format"));
            return Thumbnails.reduced(picture, new ByteArrayInputStream(bytes), LONGEST_SIDE)
                    .map(made -> new Brands.Logo(made, FileKind.JPEG.mediaType("")))
                    .orElseThrow(() -> new Invalid("logo", "branding.invalid.logo_broken"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
