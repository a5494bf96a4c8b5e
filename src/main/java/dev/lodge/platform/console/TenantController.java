package dev.lodge.platform.console;

import dev.lodge.platform.OperatorRoute;
import dev.lodge.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One tenant. */
@Controller
@OperatorRoute
class TenantController {

    private final TenantPages pages;

    TenantController(TenantPages pages) {
        this.pages = pages;
    }

    @GetMapping("/operator/tenants/{slug}")
    Html page(@PathVariable String slug) {
        return pages.show(pages.require(slug));
    }
}
