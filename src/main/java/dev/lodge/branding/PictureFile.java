package dev.lodge.branding;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Brands;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * A picture for one of a brand's places: logos as {@link LogoFile} takes them, icons as PNG or ICO, and what goes behind the search made
 * anew from what was brought.
 */
final class PictureFile {

    private static final int LONGEST_SIDE_OF_ICON = 512;
    private static final int MOST_IN_ICON = 20;
    private static final int HEAD = 6;
    private static final int ENTRY = 16;
    private static final String ICO = "image/x-icon";

    private PictureFile() {}

    /** @throws Invalid naming the picture's field */
    static Brands.Logo of(BrandPicture kind, byte[] bytes) {
        try {
            return switch (kind) {
                case LOGO, LOGO_DARK -> LogoFile.of(bytes);
                case FAVICON -> icon(bytes);
                case HERO -> HeroFile.of(bytes);
            };
        } catch (Invalid unfit) {
            var errors = FieldErrors.none();
            for (var entry : unfit.errors().entries()) {
                errors = errors.and(kind.word(), entry.message());
            }
            throw new Invalid(errors);
        }
    }

    private static Brands.Logo icon(byte[] bytes) {
        if (bytes.length <= Brands.LARGEST_LOGO && beginsAsIco(bytes)) {
            checkIco(bytes);
            return new Brands.Logo(bytes, ICO);
        }
        var picture = LogoFile.of(bytes);
        if (!picture.mediaType().equals("image/png")) {
            throw broken("branding.invalid.icon_format");
        }
        // The header's first chunk says how large it is (PNG, third edition, 11.2.1).
        var size = ByteBuffer.wrap(bytes);
        requireFit(size.getInt(16), size.getInt(20));
        return picture;
    }

    private static boolean beginsAsIco(byte[] bytes) {
        return bytes.length >= HEAD && bytes[0] == 0 && bytes[1] == 0 && bytes[2] == 1 && bytes[3] == 0;
    }

    /** The directory says where each picture is; each is a PNG file, or a bitmap whose own head has to agree to be as small. */
    private static void checkIco(byte[] bytes) {
        var file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int count = Short.toUnsignedInt(file.getShort(4));
        if (count < 1 || count > MOST_IN_ICON || bytes.length < HEAD + count * ENTRY) {
            throw broken("branding.invalid.logo_broken");
        }
        for (int i = 0; i < count; i++) {
            long length = Integer.toUnsignedLong(file.getInt(HEAD + i * ENTRY + 8));
            long from = Integer.toUnsignedLong(file.getInt(HEAD + i * ENTRY + 12));
            if (length < 40 || from < HEAD + (long) count * ENTRY || from + length > bytes.length) {
                throw broken("branding.invalid.logo_broken");
            }
            checkPicture(Arrays.copyOfRange(bytes, (int) from, (int) (from + length)));
        }
    }

    private static void checkPicture(byte[] one) {
        if ((one[0] & 0xFF) == 0x89) {
            var png = LogoFile.of(one);
            if (!png.mediaType().equals("image/png")) {
                throw broken("branding.invalid.logo_broken");
            }
            requireFit(ByteBuffer.wrap(one).getInt(16), ByteBuffer.wrap(one).getInt(20));
            return;
        }
        var head = ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN);
        if (head.getInt(0) != 40) {
            throw broken("branding.invalid.logo_broken");
        }
        // A bitmap in an icon has its mask below it, and so twice the height.
        requireFit(head.getInt(4), head.getInt(8) / 2);
    }

    private static void requireFit(int width, int height) {
        if (width < 1 || height < 1 || width > LONGEST_SIDE_OF_ICON || height > LONGEST_SIDE_OF_ICON) {
            throw new Invalid("logo", "branding.invalid.logo_dimensions", LONGEST_SIDE_OF_ICON);
        }
    }

    private static Invalid broken(String key) {
        return new Invalid("logo", key);
    }
}
