package dev.lodge.apidocs;

import dev.lodge.accounts.Anyone;
import dev.lodge.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A page that reads the description and lets one try what it says, with a token or as who is signed in. */
@Controller
class DocsController {

    @GetMapping("/api/docs")
    @Anyone(because = "it shows the description, which anybody may read; what is tried obeys the rules of the route")
    Html docs() {
        return Html.page("apidocs/docs");
    }
}
