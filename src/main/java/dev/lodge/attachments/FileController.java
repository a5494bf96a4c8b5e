package dev.lodge.attachments;

import dev.lodge.accounts.Anyone;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.Tenants;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The bytes of files. Whatever they are, a browser runs nothing of them: they come with the type that their own bytes tell, which it may
 * not second-guess, to be saved rather than shown unless they are pictures, and in a sandbox if they are shown after all.
 */
@Controller
@RequestMapping("/attachments/{id}")
@Anyone(because = "what holds the file is asked who may read it; articles may be for everybody")
class FileController {

    private static final String SANDBOX = "sandbox; default-src 'none'";
    /** It never changes, but who may read it does: so it is asked for each time, which costs no bytes. */
    private static final CacheControl PRIVATE = CacheControl.noCache().cachePrivate();

    /** What everybody may read, such as a picture of a public article, may be shown for so long after it no longer is for everybody. */
    private static final CacheControl PUBLIC =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic().immutable();

    private static final Logger LOG = LoggerFactory.getLogger(FileController.class);

    private final FileAccess access;
    private final BlobStore blobs;

    FileController(FileAccess access, BlobStore blobs) {
        this.access = access;
        this.blobs = blobs;
    }

    /** The name in the address is for people who save it; the id alone decides. */
    @GetMapping("/{name}")
    ResponseEntity<Resource> file(@PathVariable long id) throws IOException {
        var file = readable(id);
        return answer(file, file.key(), MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, file.name().disposition(file.width() != null))
                .body(content(file, file.key()));
    }

    @GetMapping("/thumbnail")
    ResponseEntity<Resource> thumbnail(@PathVariable long id) throws IOException {
        var file = readable(id);
        var key = file.thumbnail();
        if (key == null) {
            throw new NotFound();
        }
        var content = content(file, key);
        return answer(file, key, content.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(content);
    }

    private StoredFile readable(long id) {
        if (Tenants.bound().isEmpty()) {
            throw new NotFound();
        }
        return access.requireReadable(id);
    }

    private BlobResource content(StoredFile file, BlobKey key) throws IOException {
        long tenant = Tenants.current().id();
        var size = blobs.size(tenant, key);
        if (size.isEmpty()) {
            LOG.error("The content {} of attachment {} is missing; ./lodge doctor lists all that are.", key, file.id());
            throw new NotFound();
        }
        return new BlobResource(blobs, tenant, key, size.getAsLong());
    }

    private ResponseEntity.BodyBuilder answer(StoredFile file, BlobKey key, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .eTag('"' + key.hex() + '"')
                .cacheControl(access.isForEverybody(file) ? PUBLIC : PRIVATE)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", SANDBOX);
    }
}
