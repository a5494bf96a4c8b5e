package dev.lodge.platform;

import dev.lodge.accounts.Anyone;
import dev.lodge.tenancy.Sites;
import dev.lodge.web.Html;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address of a host leads to where its people work. */
@Controller
class StartController {

    @GetMapping("/")
    @Anyone(because = "It says only where to go, and who may go there is asked there")
    Html start(HttpServletRequest request) {
        return Html.redirect(Sites.isPlatform(request) ? "/operator/tenants" : "/tickets");
    }
}
