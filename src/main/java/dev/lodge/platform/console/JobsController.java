package dev.lodge.platform.console;

import dev.lodge.jobs.Backlog;
import dev.lodge.jobs.DeadLetters;
import dev.lodge.platform.FailedWork;
import dev.lodge.platform.OperatorRoute;
import dev.lodge.platform.signin.SignedInOperator;
import dev.lodge.tenancy.Tenant;
import dev.lodge.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The work that falls due, over all tenants. */
@Controller
@OperatorRoute
class JobsController {

    private final Backlog backlog;
    private final DeadLetters letters;
    private final FailedWork failed;
    private final TenantPages pages;

    JobsController(Backlog backlog, DeadLetters letters, FailedWork failed, TenantPages pages) {
        this.backlog = backlog;
        this.letters = letters;
        this.failed = failed;
        this.pages = pages;
    }

    @GetMapping("/operator/jobs")
    Html page() {
        return Html.page(
                "operator/jobs", new JobsPage(backlog.byWork(), letters.newest(JobsPage.LETTERS), letters.count()));
    }

    @PostMapping("/operator/jobs/{slug}/{work}/replay")
    Html replay(@PathVariable String slug, @PathVariable String work, SignedInOperator signedIn) {
        Tenant tenant =
                failed.replay(signedIn.getPrincipal(), pages.require(slug).slug(), work);
        return Html.redirect("/operator/jobs").toast("platform.jobs.replayed", work, tenant.name());
    }
}
