package dev.lodge.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Pages that stand when much else has fallen: no person, no counts, and Lodge's own brand if the desk is not known. */
@Component
public class PlainPages {

    private final Pages pages;

    PlainPages(Pages pages) {
        this.pages = pages;
    }

    /** Writes the page with its status. For what filters and error handlers have to say to people. */
    public void answer(Html page, HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.answerPlainly(page, request, response);
    }
}
