package dev.lodge.platform;

import dev.lodge.accounts.Anyone;
import dev.lodge.tenancy.Sites;
import dev.lodge.web.Html;
import dev.lodge.web.StartPage;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address of a host: the platform's leads to where operators work, a desk's shows what its customers see. */
@Controller
class StartController {

    private final ObjectProvider<StartPage> desks;

    StartController(ObjectProvider<StartPage> desks) {
        this.desks = desks;
    }

    @GetMapping("/")
    @Anyone(because = "A desk's front is for everybody; of the platform's it says only where to go")
    Html start(HttpServletRequest request) {
        return Sites.isPlatform(request)
                ? Html.redirect("/operator/tenants")
                : desks.getObject().page();
    }
}
