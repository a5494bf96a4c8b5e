package dev.lodge.portal.profile;

import dev.lodge.portal.ForCustomers;
import dev.lodge.portal.SignedInCustomer;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** All that is kept of a customer, for themselves to take away. */
@Controller
@ForCustomers
class OwnDataController {

    private final OwnData data;

    OwnDataController(OwnData data) {
        this.data = data;
    }

    /** Written while it is read: nobody's years of mail are held in memory. */
    @GetMapping("/portal/profile/data")
    void download(SignedInCustomer customer, HttpServletResponse response) throws IOException {
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("my-data.json").build().toString());
        data.write(customer, response.getOutputStream());
    }
}
