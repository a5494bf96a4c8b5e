package dev.lodge.branding;

import dev.lodge.problem.FieldErrors;
import dev.lodge.problem.Invalid;
import dev.lodge.tenancy.BrandPicture;
import dev.lodge.tenancy.Brands;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * The pictures that came with a form.
 *
 * @param fit those that can be shown
 * @param errors what is wrong with the others, at the names of their fields
 */
record BroughtPictures(Map<BrandPicture, Brands.Logo> fit, FieldErrors errors) {

    static BroughtPictures of(@Nullable MultiValueMap<String, MultipartFile> files) throws IOException {
        var fit = new EnumMap<BrandPicture, Brands.Logo>(BrandPicture.class);
        var errors = FieldErrors.none();
        for (BrandPicture kind : BrandPicture.values()) {
            MultipartFile file = files == null ? null : files.getFirst(kind.word());
            if (file != null && !file.isEmpty()) {
                try {
                    fit.put(kind, PictureFile.of(kind, file.getBytes()));
                } catch (Invalid unfit) {
                    errors = errors.and(unfit.errors());
                }
            }
        }
        return new BroughtPictures(fit, errors);
    }
}
