package dev.lodge.attachments;

import dev.lodge.accounts.Anyone;
import dev.lodge.problem.Invalid;
import dev.lodge.problem.NotFound;
import dev.lodge.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files over HTTP. They are brought first, and named by their ids in what is to hold them. */
@RestController
@RequestMapping("/api/attachments")
class AttachmentController {

    private final Attachments attachments;
    private final FileAccess access;

    AttachmentController(Attachments attachments, FileAccess access) {
        this.attachments = attachments;
        this.access = access;
    }

    /** Takes no {@code Idempotency-Key}: brought twice, a file is stored once, and the row that nobody claims goes away. */
    @PostMapping
    @Anyone(because = "agents and customers bring files; who may is asked of their sign-in")
    ResponseEntity<Attachment> create(
            HttpServletRequest request, @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException, HttpMediaTypeNotSupportedException {
        requireTenant();
        var by = access.requireUploader();
        var type = request.getContentType();
        if (type == null || !type.regionMatches(true, 0, "multipart/form-data", 0, 19)) {
            throw new HttpMediaTypeNotSupportedException((String) null, List.of(MediaType.MULTIPART_FORM_DATA));
        }
        if (file == null) {
            throw new Invalid(FileRules.FIELD, "web.invalid.missing");
        }
        try (var content = file.getInputStream()) {
            var name = file.getOriginalFilename();
            var stored = attachments.store(by, name == null ? "" : name, content);
            return ResponseEntity.created(URI.create("/api/attachments/" + stored.id() + "/"))
                    .eTag('"' + stored.sha256() + '"')
                    .body(stored);
        }
    }

    @GetMapping("/{id}")
    @Anyone(because = "what holds the file is asked who may read it; articles may be for everybody")
    Attachment details(@PathVariable long id) {
        requireTenant();
        return access.requireReadable(id).shown();
    }

    private static void requireTenant() {
        if (Tenants.bound().isEmpty()) {
            throw new NotFound();
        }
    }
}
